/** What a strategy or portfolio says, as a tree of records that know their place in the text. */
package io.qkt.dsl.syntax.ast;

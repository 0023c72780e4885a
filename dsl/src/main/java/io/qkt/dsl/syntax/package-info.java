/** A text in, its tree and what is wrong with it out. */
package io.qkt.dsl.syntax;

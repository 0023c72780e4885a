/** Walks the tokens, and reads values and expressions from them. */
package io.qkt.dsl.syntax.expr;

/** What an expression of the text becomes in a program. */
package io.qkt.dsl.expr;

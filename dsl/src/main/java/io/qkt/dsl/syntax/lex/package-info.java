/** Characters in, words, numbers, strings and signs out, each with the comments before it. */
package io.qkt.dsl.syntax.lex;

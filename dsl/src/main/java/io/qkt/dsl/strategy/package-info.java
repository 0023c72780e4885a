/** What a strategy's file becomes as a whole: a program, and what can be said of it beforehand. */
package io.qkt.dsl.strategy;

/** Programs: what a strategy's text becomes, and the interpreter that evaluates one on a bar. */
package io.qkt.core.program;

/** The scalar functions: of numbers alone, remembering nothing. */
package io.qkt.core.program.function;

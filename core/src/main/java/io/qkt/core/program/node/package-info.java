/** The nodes of a program: numbers, conditions, and the cells that remember from bar to bar. */
package io.qkt.core.program.node;

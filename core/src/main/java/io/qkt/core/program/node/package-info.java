/** The nodes of a program: numbers and conditions, evaluated on a frame. */
package io.qkt.core.program.node;

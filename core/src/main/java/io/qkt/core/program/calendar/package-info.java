/** What an expression or a schedule knows of time: only what it is told. */
package io.qkt.core.program.calendar;

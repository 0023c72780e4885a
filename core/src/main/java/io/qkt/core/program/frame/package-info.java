/** What an evaluation reads and remembers, and what can be evaluated. */
package io.qkt.core.program.frame;

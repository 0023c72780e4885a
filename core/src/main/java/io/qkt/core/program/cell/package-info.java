/** What remembers from bar to bar: uses of indicators, windows, snapshots and sequences. */
package io.qkt.core.program.cell;

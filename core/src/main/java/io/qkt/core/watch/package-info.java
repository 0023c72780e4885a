/** What a strategy wants to know of the ticks between its bars, and the pure engine that tells. */
package io.qkt.core.watch;

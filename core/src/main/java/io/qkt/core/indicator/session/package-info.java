/**
 * Indicators that know the time of day, always in UTC: sessions, anchors, gaps and their levels.
 *
 * <p>An indicator is told when a bar opened and not how long it is. Two rules of the whole package
 * follow. A bar belongs to the window in which it opens, even where it ends after it. And that a
 * window or a bar is over is told from the next bar's open time, so what depends on it changes at
 * the close of the first bar that opens outside.
 */
package io.qkt.core.indicator.session;

/** What is read off whole bars: where the close lies in their range, and where they go. */
package io.qkt.core.indicator.candle;

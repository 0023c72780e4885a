/** What a market says: symbols, timeframes, quotes, bars, and the ports through which they come. */
package io.qkt.core.market;

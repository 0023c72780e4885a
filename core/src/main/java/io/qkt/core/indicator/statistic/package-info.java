/** Indicators that count, rank, measure spread or compare series. */
package io.qkt.core.indicator.statistic;

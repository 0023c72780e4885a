/** Strategies over generated markets, whose every fill is on file. */
package io.qkt.backtest.golden;

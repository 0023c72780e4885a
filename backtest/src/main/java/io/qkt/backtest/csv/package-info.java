/** Reads bars and ticks from CSV files into the store, and takes nothing doubtful. */
package io.qkt.backtest.csv;

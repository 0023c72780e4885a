/** Imported history on disk: exact numbers in columns, one file for each series. */
package io.qkt.backtest.store;

/** Runs stored history through a replay, and writes down what was executed. */
package io.qkt.backtest.run;

/** The verbs that import history and run strategies over it. */
package io.qkt.cli.backtest;

/** How fast texts run, beside loops by hand. */
package io.qkt.backtest.bench;

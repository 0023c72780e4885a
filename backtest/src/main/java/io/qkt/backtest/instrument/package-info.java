/** Reads what venues say of their instruments from instruments.yaml. */
package io.qkt.backtest.instrument;

/** Replays history through the kernel in one loop. */
package io.qkt.backtest;

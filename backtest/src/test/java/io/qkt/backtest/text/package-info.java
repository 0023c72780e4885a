/** What holds of every text of the language, over texts written at random. */
package io.qkt.backtest.text;

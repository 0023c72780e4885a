/** Indicators: each in a file of its own, its state in the caller's flat slots. */
package io.qkt.core.indicator;

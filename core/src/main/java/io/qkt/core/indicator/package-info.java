/** Indicators. Each is a few static methods over slots that the session owns. */
package io.qkt.core.indicator;

/** Bars of several streams that count only together. */
package io.qkt.core.window;

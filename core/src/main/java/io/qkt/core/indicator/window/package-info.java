/** The last n of something, kept in the caller's slots without drift and in constant time. */
package io.qkt.core.indicator.window;

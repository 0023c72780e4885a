/** Bars: built once from a feed, stored once, and seen alike by everybody. */
package io.qkt.platform.hub;

/** The time of each feed, and its quotes as a stream. */
package io.qkt.platform.feed;

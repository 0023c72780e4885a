/** Feeds and venues, each behind a port of the kernel. */
package io.qkt.brokers;

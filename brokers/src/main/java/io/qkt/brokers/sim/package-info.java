/** A market that is computed: it needs no network, has a history, and survives every restart. */
package io.qkt.brokers.sim;

/** Paper trading: a venue in memory behind the same port as a real one. */
package io.qkt.brokers.paper;

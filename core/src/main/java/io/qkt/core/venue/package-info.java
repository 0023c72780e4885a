/** The port to a venue, what passes through it, and a venue in memory. */
package io.qkt.core.venue;

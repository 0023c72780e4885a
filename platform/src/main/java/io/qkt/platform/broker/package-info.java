/** The one choke point to a venue account, and what it remembers. */
package io.qkt.platform.broker;

/** How a verb speaks to the daemon. */
package io.qkt.cli.client;

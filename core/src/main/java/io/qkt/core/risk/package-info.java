/** Limits that an intent must pass before anybody sends it, and the halts that follow a loss. */
package io.qkt.core.risk;

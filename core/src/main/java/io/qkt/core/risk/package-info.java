/** Limits that an intent must pass before anybody sends it. */
package io.qkt.core.risk;

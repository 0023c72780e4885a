/** What the actors are given from outside. */
package io.qkt.platform.wiring;

/** What those who see ticks sample for a session, to tell it with or as its bars. */
package io.qkt.core.sample;

/** The kernel. It decides, and knows no clock, no thread, no socket and no database. */
package io.qkt.core;

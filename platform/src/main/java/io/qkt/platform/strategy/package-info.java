/** A running strategy: one session of the kernel, with a journal. */
package io.qkt.platform.strategy;

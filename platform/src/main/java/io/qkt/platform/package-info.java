/** The actor system: when, where and durability. What to do is decided by the kernel. */
package io.qkt.platform;

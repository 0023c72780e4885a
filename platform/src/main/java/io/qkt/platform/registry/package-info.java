/** What should run, by name. */
package io.qkt.platform.registry;

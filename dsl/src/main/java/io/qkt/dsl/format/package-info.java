/** Writes a text as it should look: one style, every comment kept, nothing meant otherwise. */
package io.qkt.dsl.format;

/** Places in a source text: spans of it, and the lines and columns that people read. */
package io.qkt.dsl.text;

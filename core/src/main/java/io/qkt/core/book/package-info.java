/** A portfolio's book: which children run, with how much, and how large their entries may be. */
package io.qkt.core.book;

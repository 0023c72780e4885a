/** Strategy texts: one door in, a program for the kernel or errors with a place out. */
package io.qkt.dsl;

/** One running program with its whole state: what it is told, what it decides, and its hash. */
package io.qkt.core.session;

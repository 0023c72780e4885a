/** State as words: what is written once serves the hash, the snapshot, and the way back. */
package io.qkt.core.state;

/** Orders with all their numbers evaluated: where what a program says becomes exact. */
package io.qkt.core.draft;

/** Where something else can take hold of the actors: messages, awkward instants, intervals. */
package io.qkt.platform.seam;

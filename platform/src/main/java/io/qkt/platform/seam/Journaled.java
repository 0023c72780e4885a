package io.qkt.platform.seam;

/** An event that goes into the journal. Its stable name is in the journal, never its class. */
public interface Journaled {}

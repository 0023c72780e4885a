package io.qkt.persistence;

/** The state directory cannot be used as it is; the message says why and what to do. */
public final class CannotOpenJournal extends RuntimeException {
  private static final long serialVersionUID = 1L;

  CannotOpenJournal(String message) {
    super(message);
  }

  CannotOpenJournal(String message, Throwable cause) {
    super(message, cause);
  }
}

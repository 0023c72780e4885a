package io.qkt.persistence;

import java.sql.SQLException;

/** What a failed statement was about, by the class of its SQL state. */
final class SqlFailure {
  private SqlFailure() {}

  /**
   * Whether the database is well but refused a row of this transaction: a value that does not fit
   * (22), a key that is taken (23), or a transaction chosen to give way (40).
   */
  static boolean refusedARow(Throwable failure) {
    return stateOf(failure).matches("(22|23|40).*");
  }

  /** Whether another transaction was there first, so that doing it all again may go well. */
  static boolean lostARace(Throwable failure) {
    return stateOf(failure).matches("(23|40).*");
  }

  private static String stateOf(Throwable failure) {
    for (var cause = failure; cause != null; cause = cause.getCause()) {
      if (cause instanceof SQLException sql && sql.getSQLState() != null)
        return sql.getSQLState();
    }
    return "";
  }
}

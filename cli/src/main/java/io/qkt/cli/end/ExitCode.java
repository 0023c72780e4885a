package io.qkt.cli.end;

/** How the command ends; scripts rely on each number. */
public final class ExitCode {
  public static final int OK = 0;
  public static final int FAILURE = 1;
  public static final int USAGE = 2;
  public static final int DOES_NOT_COMPILE = 3;
  public static final int NO_SUCH_NAME = 4;
  public static final int UNREACHABLE = 5;
  public static final int CONFLICT = 6;
  public static final int NO_DATA = 7;
  public static final int TIMED_OUT = 9;
  public static final int DIFFERENCES = 10;

  private ExitCode() {}

  /** The code that goes with an HTTP status of the control plane. */
  public static int ofStatus(int status) {
    return switch (status) {
      case 200, 201, 202 -> OK;
      case 400 -> USAGE;
      case 404 -> NO_SUCH_NAME;
      case 409 -> CONFLICT;
      case 422 -> DOES_NOT_COMPILE;
      case 503 -> UNREACHABLE;
      case 504 -> TIMED_OUT;
      default -> FAILURE;
    };
  }
}

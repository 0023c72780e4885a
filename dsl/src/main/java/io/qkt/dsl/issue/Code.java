package io.qkt.dsl.issue;

import java.util.Arrays;
import java.util.Optional;

/**
 * Every code an issue may carry: stable for ever, one line of explanation each. E01 is about
 * characters and names, E02 about form and kinds, E03 about limits, E04 about orders, E05 about
 * files; W are warnings. A number that was given is never given again.
 */
public enum Code {
  UNKNOWN_STREAM("E0102", "A stream is named that SYMBOLS does not declare."),
  UNKNOWN_NAME("E0103", "A name is used that no LET, PARAM or stream declares."),
  UNKNOWN_FIELD("E0104", "A field is asked for that its subject does not have."),
  UNKNOWN_SEQUENCE("E0105", "A sequence or a stage is named that is not declared."),
  NAME_TWICE("E0106", "A name is declared twice."),
  PERIOD("E0107", "A period or parameter of an indicator is not a constant within its range."),
  LET_CYCLE("E0108", "A LET mentions itself, directly or through others."),
  MISPLACED("E0109", "Something is mentioned where it has no value."),
  INSTRUMENT("E0110", "A broker or a symbol has characters that no venue's name has."),
  UNKNOWN_CHARACTER("E0111", "A character stands in the text that the language does not use."),
  UNTERMINATED_STRING("E0112", "A string is not closed before its line ends."),
  UNKNOWN_ESCAPE("E0113", "A backslash in a string is followed by none of ' \" \\ n t."),
  UNTERMINATED_COMMENT("E0114", "A comment begun with /* is not closed with */."),
  NUMBER_FORM("E0115", "A number has an exponent without digits."),
  NUMBER_RANGE("E0116", "A number or a duration is larger than can be computed with."),
  ZERO_DURATION("E0117", "A duration is zero."),

  UNKNOWN_FUNCTION("E0201", "A function or indicator is called that does not exist."),
  ARGUMENTS("E0202", "A function or indicator is given too many or too few arguments."),
  KIND("E0203", "A number, a condition or a text stands where another of the three is needed."),
  SERIES_KIND("E0204", "An indicator is given another kind of series than it is computed from."),
  NO_STREAM("E0205", "A series mentions no stream whose bars could move it."),
  CHAINED("E0206", "Comparisons are chained."),
  RULE_ONLY("E0207", "An aggregate or a snapshot stands outside of a rule's condition."),
  CONSTANT("E0208", "Something that must be known beforehand is not a constant."),
  STREAM_KIND("E0209", "A basket or series is declared over streams that do not fit."),
  FILE_START("E0211", "A file does not begin with STRATEGY or PORTFOLIO."),
  FILE_NAME("E0212", "The name behind STRATEGY or PORTFOLIO is missing or malformed."),
  FILE_VERSION("E0213", "VERSION is missing or no whole number below 2147483648."),
  BLOCK_UNKNOWN("E0214", "Something stands between the blocks that begins none."),
  BLOCK_REPEATED("E0215", "A block that may stand once stands twice."),
  NAME_RESERVED("E0216", "A word of the language is used as a name."),
  NAME_MISSING("E0217", "A name is missing."),
  WORD_MISSING("E0218", "A word or sign that the construct needs is missing."),

  STREAM("E0221", "A stream is not declared as alias = BROKER:SYMBOL EVERY timeframe."),
  SYMBOL("E0222", "A symbol is not made of letters, digits and _, a letter first."),
  TIMEFRAME("E0223", "A timeframe is not a whole number followed by s, m, h or d."),
  WARMUP("E0224", "WARMUP is not followed by a whole number above 0 and BARS."),
  BASKET("E0225", "A basket is not EQUAL_WEIGHT over two or more different streams."),
  SERIES("E0226", "A series is not ACCOUNT.EQUITY with a timeframe of 1m or more."),
  SYNCHRONIZE("E0227", "SYNCHRONIZE does not name two or more streams, each in one group."),

  PARAM_VALUE("E0231", "The value of a PARAM or an OVERRIDE is not a literal."),
  DEFAULTS_CLAUSE("E0232", "DEFAULTS holds something that has no default."),
  SCHEDULE("E0233", "A schedule does not begin with AT or EVERY and a time and a zone."),
  TIME_OF_DAY("E0234", "A time of day is malformed or beyond 23:59:59."),
  SEQUENCE("E0235", "A sequence has fewer than 2 or more than 8 stages."),

  RULE("E0241", "RULES holds something that is no rule."),
  ACTION("E0243", "An action does not begin with a word for an action."),
  FOR_EACH("E0244", "FOR EACH is not followed by a name, IN, streams, DO and a rule."),
  LOG("E0245", "LOG has no text, a placeholder without a field, or a field twice."),
  NO_ALIAS("E0246", "An action that is about everything is given one stream."),
  OPTION("E0247", "An order is followed by something that is no option of it."),

  EXPRESSION("E0251", "A value is missing, or something stands there that has none."),
  PARENTHESES("E0252", "Parentheses or brackets are not closed."),
  CROSSES("E0253", "CROSSES is not followed by ABOVE or BELOW."),
  IS_NULL("E0254", "NULL is used otherwise than in IS NULL or IS NOT NULL."),
  IN("E0255", "IN is not followed by a list in brackets."),
  BETWEEN("E0256", "BETWEEN has no AND."),
  CASE("E0257", "CASE lacks WHEN, THEN, ELSE or END."),
  BARS_AGO("E0258", "The bars ago in [ ] are not a whole number or the name of a constant."),
  AGGREGATE("E0259", "An aggregate has other than one argument or no SINCE OPEN or SINCE T-n."),
  FIELD("E0260", "A field does not exist."),
  CALENDAR("E0261", "A calendar window does not have whole numbers within their range."),
  SNAPSHOT("E0262", "A snapshot is not @buy, @sell, @open or @T-n."),
  DURATION("E0263", "A duration is not a whole number followed by s, m, h or d."),
  WHOLE_NUMBER("E0264", "A whole number is missing or out of its range."),

  SIZING("E0271", "A size has a form that does not exist."),
  ORDER_TYPE("E0272", "The type of an order has a form that does not exist."),
  TIF("E0273", "The time in force of an order does not exist."),
  BRACKET("E0274", "A bracket holds something other than STOP LOSS and TAKE PROFIT."),
  EXIT_FORM("E0275", "A stop loss or take profit has a form that is not for it."),
  OCO("E0276", "OCO or OCO_ENTRY does not have its two legs."),
  STACK("E0277", "A stack has no layers, or a layer without a price."),
  STACK_AT("E0278", "STACK_AT is not followed by MFE >= or MAE >= and its parts."),
  HOOK("E0279", "ON_FILL, ON_STOP, ON_TP or ON_CLOSE is empty or stands twice."),
  LATCH("E0280", "A latch lacks a part or has one that does not exist."),

  IMPORT("E0281", "A portfolio has no IMPORT, or two under one name."),
  RUN("E0282", "RUN is missing, or names something that is not imported."),
  WEIGHT("E0283", "A WEIGHT is malformed, or the weights do not fit together."),
  CAPITAL("E0284", "CAPITAL is malformed, missing or without a use."),
  OVERRIDE("E0285", "An OVERRIDE is malformed or names a PARAM twice."),
  REGIMES("E0286", "REGIMES has a state twice or not exactly one DEFAULT."),
  ALLOCATE("E0287", "ALLOCATE is malformed or does not fit REGIMES and imports."),

  SOURCE_SIZE("E0301", "A source is larger than 256 KiB."),
  NESTING("E0302", "Something is nested deeper than 64 levels."),
  NODES("E0303", "A source has more than 10,000 syntax nodes."),
  CHAIN("E0304", "An expression has more than 1,000 operators side by side."),
  INDICATORS("E0305", "A program uses more than 200 indicators."),
  LOOK_BACK("E0306", "Something looks back further than 100,000 bars."),
  STREAMS("E0307", "A file declares no stream or more than 64."),
  WINDOWS("E0308", "The windows of a program hold more than 1,000,000 values together."),

  NOT_TRADABLE("E0401", "An order is on a stream that can only be read."),
  NO_SIZE("E0402", "An order has no size, neither its own nor one from DEFAULTS."),
  RISK_PERCENT("E0403", "The percentage of a PCT RISK is not a number above 0."),
  RISK_WITHOUT_STOP("E0404", "A size is by risk where there is no stop to count it from."),
  EXIT_PERCENT("E0405", "The percentage of an exit is below 0.01 or, of a stop, 100 or more."),
  REWARD("E0406", "RR stands without a stop loss whose distance it could multiply."),
  BRACKET_AND_OCO("E0407", "An order has both BRACKET and OCO."),
  MOVING_STOP("E0408", "The numbers of a moving stop do not fit together."),
  TRAIL("E0409", "A trailing order has a distance that is not above 0 or is 100 % or more."),
  GTD_MARKET("E0410", "A market order is good till a deadline."),
  STACK_SIZE("E0411", "A list of layers stands beside a SIZING of the order."),
  TIER("E0412", "A STACK_AT has a size, a leg or a neighbour that it cannot have."),
  PARENT("E0413", "An order with ON_FILL has something that does not go with it."),
  CHILD("E0414", "An order within ON_FILL has something that it cannot have."),
  HOOK_ORDER("E0415", "An order with ON_STOP, ON_TP or ON_CLOSE has what does not go with it."),
  HOOK_ACTION("E0416", "ON_STOP, ON_TP or ON_CLOSE holds something that it cannot do."),
  RESIZE_BRACKET("E0417", "RESIZE is on a stream whose orders have brackets."),
  BASKET_ORDER("E0418", "An order on a basket has something that only one instrument can have."),
  LAYER("E0419", "A layer of a stack has two prices to begin at."),

  PARAM_UNKNOWN("E0501", "A value is given for a parameter that the file does not have."),
  PARAM_KIND("E0502", "A value of another kind is given for a parameter than it has."),
  IMPORT_UNREADABLE("E0503", "An imported file is not there, or has errors of its own."),
  IMPORT_CYCLE("E0504", "Files import one another in a circle, or deeper than 8."),
  OVERRIDE_CONFLICT("E0505", "Two OVERRIDEs give a parameter of one import different values."),
  BOOK("E0506", "What a portfolio says of its capital does not fit together."),
  PORTFOLIO_ALONE("E0507", "A portfolio stands where a strategy is needed."),

  UNUSED_LET("W0101", "A LET is never used."),
  LABEL_CASE("W0102", "A broker's label is not in capital letters."),
  NEVER_TRUE("W0103", "A condition can never be true."),
  SECONDS("W0104", "A number of seconds is compared with a duration, which is in milliseconds."),
  NO_EXIT("W0105", "A position is opened that nothing in the text closes."),
  NO_STREAM_EACH("W0106", "A FOR EACH is over no stream, so that its rule never runs."),
  ONE_LEG("W0111", "A bracket has only one of its two legs."),
  OPTION_REPEATED("W0112", "An option, a leg or a default stands twice; the later one counts."),
  NOT_POSITIVE("W0113", "A size or a distance is a constant that is not above 0."),
  HOOK_IDLE("W0114", "ON_STOP or ON_TP waits for an exit that its order does not have."),
  NO_EFFECT("W0115", "A part of an order has no effect where it stands.");

  private final String id;
  private final String explanation;

  Code(String id, String explanation) {
    this.id = id;
    this.explanation = explanation;
  }

  public String id() {
    return id;
  }

  /** One sentence. */
  public String explanation() {
    return explanation;
  }

  public static Optional<Code> of(String id) {
    return Arrays.stream(values()).filter(code -> code.id.equalsIgnoreCase(id)).findFirst();
  }
}

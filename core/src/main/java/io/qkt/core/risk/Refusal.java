package io.qkt.core.risk;

/**
 * Why an order is not sent.
 *
 * @param code of the rule, which never changes
 * @param why the rule, both values, and the key that changes it
 */
public record Refusal(String code, String why) {}

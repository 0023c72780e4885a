package io.qkt.dsl.strategy;

import io.qkt.dsl.text.Span;
import java.util.List;
import java.util.Map;

/**
 * What is known of a rule before it runs.
 *
 * @param number counted from 1 in the order of the text, each turn of a FOR EACH by itself
 * @param clock the alias of the stream on whose bars it is asked
 * @param warmUp how many bars of each stream, by alias, it takes until all that it mentions has a
 * value
 * @param indicators as they are written, each once
 * @param orders the most orders that it can send when it fires, the exits of each included
 */
public record RuleFacts(int number, Span span, String clock, Map<String, Integer> warmUp,
    List<String> indicators, int orders) {}

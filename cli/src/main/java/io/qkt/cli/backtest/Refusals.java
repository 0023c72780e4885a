package io.qkt.cli.backtest;

import io.qkt.core.risk.RiskKey;
import io.qkt.core.risk.RiskRule;
import io.qkt.core.session.Decision;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All refusals of one code: how many, of which rules, and the first reason. */
record Refusals(String code, int count, List<Integer> rules, String why) {

  /** Those of a run, in the order in which each code first came. */
  static List<Refusals> of(List<Decision> notes) {
    var byCode = notes.stream()
        .filter(Decision.Refuse.class::isInstance)
        .map(Decision.Refuse.class::cast)
        .collect(Collectors.groupingBy(Decision.Refuse::code, LinkedHashMap::new,
            Collectors.toList()));
    var all = new ArrayList<Refusals>();
    byCode.forEach((code, refused) -> all.add(new Refusals(code, refused.size(),
        List.copyOf(new TreeSet<>(refused.stream().map(Decision.Refuse::rule).toList())),
        refused.getFirst().why())));
    return all;
  }

  /** The keys that change the limit; none of a refusal that no limit made. */
  private List<String> keys() {
    return Arrays.stream(RiskRule.values())
        .filter(rule -> rule.name().equals(code))
        .flatMap(rule -> rule.keys().stream())
        .map(RiskKey::key)
        .toList();
  }

  /** Where it came from, and a reason, which names the key that changes it. */
  String remedy() {
    return "rule %s: %s".formatted(rules.stream()
        .map(String::valueOf)
        .collect(
            Collectors.joining(", ")),
        why);
  }

  Map<String, Object> json() {
    var body = new LinkedHashMap<String, Object>();
    body.put("code", code);
    body.put("count", count);
    body.put("rules", rules);
    body.put("why", why);
    body.put("keys", keys());
    return body;
  }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.yaml.Scalars.millis;
import static io.baton.yaml.Scalars.text;

import io.baton.policy.condition.Condition;
import io.baton.policy.ruleset.OutreachRule;
import io.baton.yaml.Mapping;
import io.baton.yaml.Value;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code outreach}: rules by name, in the order in which they are asked. A text must name something specific. */
record OutreachReader(Declared declared) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]*)}");
    private static final Set<String> KNOWN = Set.of("feature", "since", "magnitude", "percent", "detail");
    /** As long as product signals matter at all. */
    private static final Duration LONGEST = Duration.ofDays(92);

    List<OutreachRule> read(Value section) {
        List<OutreachRule> rules = new ArrayList<>();
        section.each(entry -> {
            String id = Declared.id(entry);
            Optional<OutreachRule> rule = entry.value().mapping(m -> rule(id, m));
            rule.ifPresent(rules::add);
            return rule;
        });
        return List.copyOf(rules);
    }

    private Optional<OutreachRule> rule(String id, Mapping m) {
        Condition when = new ConditionReader(declared).readForSignal(m.required("when"));
        List<String> texts = texts(m.required("text"));
        long window = millis(m.optional("window"), Duration.ofMinutes(1), LONGEST, Duration.ofDays(7));
        return when == null ? Optional.empty() : Optional.of(new OutreachRule(id, when, texts, window));
    }

    /** One text or several. */
    private static List<String> texts(Value value) {
        return value.isCollection() ? value.items(OutreachReader::specific) : List.of(specific(value));
    }

    private static String specific(Value value) {
        String text = text(value);
        Matcher matcher = PLACEHOLDER.matcher(text);
        boolean specific = false;
        while (matcher.find()) {
            specific = true;
            if (!KNOWN.contains(matcher.group(1))) {
                value.fail("unknown placeholder {" + matcher.group(1)
                        + "}; known: {feature}, {since}, {magnitude}, {percent}, " + "{detail}");
            }
        }
        if (value.given() && !specific) {
            value.fail(
                    "must name the specific problem: at least one of {feature}, {since}, {magnitude}, {percent}, {detail}");
        }
        return text;
    }
}

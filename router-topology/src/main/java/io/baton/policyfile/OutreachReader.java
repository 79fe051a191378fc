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
import java.util.stream.Collectors;

/**
 * Reads {@code outreach}: rules by name, in the order in which they are asked, about a product signal or, with {@code on: profile},
 * about a profile that turns. A text must name something specific.
 */
record OutreachReader(Declared declared) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]*)}");
    private static final List<String> PROFILE = List.of("health", "usage", "renewal", "since");
    private static final List<String> SIGNAL =
            List.of("feature", "since", "magnitude", "percent", "detail", "health", "usage", "renewal");
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
        boolean turn = m.optional("on")
                .oneOf("occasion", Set.of("signal", "profile"), "signal")
                .equals("profile");
        ConditionReader conditions = new ConditionReader(declared);
        Condition when =
                turn ? conditions.readForProfile(m.required("when")) : conditions.readForSignal(m.required("when"));
        List<String> texts = texts(m.required("text"), turn ? PROFILE : SIGNAL);
        long window = millis(m.optional("window"), Duration.ofMinutes(1), LONGEST, Duration.ofDays(7));
        return when == null ? Optional.empty() : Optional.of(new OutreachRule(id, turn, when, texts, window));
    }

    /** One text or several. */
    private static List<String> texts(Value value, List<String> known) {
        return value.isCollection() ? value.items(item -> specific(item, known)) : List.of(specific(value, known));
    }

    private static String specific(Value value, List<String> known) {
        String text = text(value);
        Matcher matcher = PLACEHOLDER.matcher(text);
        boolean specific = false;
        while (matcher.find()) {
            specific = true;
            if (!known.contains(matcher.group(1))) {
                value.fail("unknown placeholder {" + matcher.group(1) + "}; known: " + named(known));
            }
        }
        if (value.given() && !specific) {
            value.fail("must name the specific problem: at least one of " + named(known));
        }
        return text;
    }

    private static String named(List<String> known) {
        return known.stream().map(name -> "{" + name + "}").collect(Collectors.joining(", "));
    }
}

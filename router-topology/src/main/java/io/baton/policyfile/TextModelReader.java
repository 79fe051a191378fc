// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.yaml.Scalars.choice;
import static io.baton.yaml.Scalars.decimal;
import static io.baton.yaml.Scalars.millis;
import static io.baton.yaml.Scalars.whole;

import io.baton.policy.ruleset.TextModelRule;
import io.baton.policy.ruleset.TextModelRule.Learning;
import io.baton.policy.ruleset.TextModelRule.Mode;
import io.baton.policy.ruleset.TextModelRule.Use;
import io.baton.yaml.Mapping;
import io.baton.yaml.Value;
import java.time.Duration;
import java.util.Optional;

/** Reads {@code textModel}. */
final class TextModelReader {

    private static final Learning STANDARD = TextModelRule.OFF.learning();
    private static final int MOST_EXAMPLES = 5_000;
    private static final int MOST_LABELS = 1_000_000_000;

    private TextModelReader() {}

    static TextModelRule read(Value section) {
        return section.mapping(m -> {
            Use use = choice(m.optional("use"), Use.class, Use.WORDS);
            Value version = m.optional("version");
            int wanted = version.as(
                    "0, the number of a version, or latest", text -> version(text), TextModelRule.OFF.version());
            Value learning = m.optional("learning");
            Learning rule = learning.mapping(TextModelReader::learning);
            if (use == Use.WORDS && wanted != 0) {
                version.fail("has no meaning where use is words");
            }
            if (use == Use.WORDS && rule.mode() != Mode.NONE) {
                learning.fail("there is nothing to learn where use is words");
            }
            return new TextModelRule(use, wanted, rule);
        });
    }

    private static Optional<Integer> version(String text) {
        if (text.equals("latest")) {
            return Optional.of(TextModelRule.LATEST);
        }
        return text.matches("[0-9]{1,9}") ? Optional.of(Integer.parseInt(text)) : Optional.empty();
    }

    private static Learning learning(Mapping m) {
        Learning read = new Learning(
                choice(m.optional("mode"), Mode.class, Mode.NONE),
                millis(
                        m.optional("every"),
                        Duration.ofMinutes(1),
                        Duration.ofDays(90),
                        Duration.ofMillis(STANDARD.everyMillis())),
                whole(m.optional("atLeast"), 1, MOST_LABELS, STANDARD.atLeast()),
                whole(m.optional("examples"), 10, MOST_EXAMPLES, STANDARD.examples()),
                decimal(m.optional("trust"), 1, 1e6, STANDARD.trust()),
                decimal(m.optional("limit"), 0.01, 10, STANDARD.limit()));
        if (read.atLeast() > read.examples()) {
            m.optional("atLeast").fail("must be at most examples, which is " + read.examples());
        }
        return read;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.yaml.Scalars.millis;
import static io.baton.yaml.Scalars.whole;

import io.baton.policy.ruleset.JourneyRule;
import io.baton.policy.ruleset.RetentionRule;
import io.baton.yaml.Mapping;
import io.baton.yaml.Value;
import java.time.Duration;

/** Reads {@code journey}. What is counted over a span must be kept at least so long, or the count would never be reached. */
final class JourneyReader {

    private static final Duration DAY = Duration.ofDays(1);
    private static final Duration YEARS = Duration.ofDays(3_660);
    private static final int MOST = 500;

    private JourneyReader() {}

    static JourneyRule read(Value section, RetentionRule retention) {
        return section.mapping(m -> rule(m, Duration.ofMillis(retention.journey())));
    }

    private static JourneyRule rule(Mapping m, Duration whole) {
        long repeat = millis(m.optional("repeatWithin"), Duration.ofHours(1), Duration.ofDays(92), Duration.ofDays(7));
        long prefers = millis(m.optional("prefersHumanWithin"), DAY, YEARS, min(whole, Duration.ofDays(183)));
        Value contacts = m.optional("keepContacts");
        long keepContacts = millis(contacts, DAY, YEARS, whole);
        for (long span : new long[] {repeat, prefers}) {
            if (keepContacts < span) {
                contacts.fail(
                        "must not be shorter than repeatWithin and prefersHumanWithin, which are counted from it");
                break;
            }
        }
        int most = whole(m.optional("mostContacts"), 3, MOST, 50);
        Value after = m.optional("prefersHumanAfter");
        int prefersAfter = whole(after, 1, MOST, 3);
        if (prefersAfter > most) {
            after.fail("can never be reached: mostContacts is " + most);
        }
        return new JourneyRule(
                repeat,
                prefersAfter,
                prefers,
                keepContacts,
                millis(m.optional("keepSurveys"), DAY, YEARS, whole),
                millis(m.optional("keepSignals"), DAY, YEARS, whole),
                most,
                whole(m.optional("mostSignals"), 1, MOST, 20));
    }

    private static Duration min(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}

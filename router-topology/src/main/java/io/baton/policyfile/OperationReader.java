// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.yaml.Scalars.choice;
import static io.baton.yaml.Scalars.decimal;
import static io.baton.yaml.Scalars.flag;
import static io.baton.yaml.Scalars.millis;
import static io.baton.yaml.Scalars.whole;

import io.baton.policy.ruleset.AlertRule;
import io.baton.policy.ruleset.QaRule;
import io.baton.policy.ruleset.RetentionRule;
import io.baton.policy.ruleset.Scorecard;
import io.baton.policy.ruleset.TierUpRule;
import io.baton.policy.ruleset.TimingRule;
import io.baton.policy.ruleset.TrialRule;
import io.baton.policy.watch.WatchedFigure;
import io.baton.yaml.Mapping;
import io.baton.yaml.Value;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads what keeps the router itself in order: {@code alerts}, {@code qa}, {@code retention}, {@code timing}. */
final class OperationReader {

    private static final Set<String> MEASURES =
            Arrays.stream(WatchedFigure.values()).map(WatchedFigure::id).collect(Collectors.toUnmodifiableSet());
    private static final double MAX_FIGURE = 1e12;
    private static final double MAX_WEIGHT = 1_000;
    private static final int MAX_VOLUME = 1_000_000;
    private static final int MAX_TEXT_CHARS = 200_000;
    private static final Duration YEARS = Duration.ofDays(3_660);

    private OperationReader() {}

    static Map<String, AlertRule> alerts(Value section) {
        return section.each(entry -> {
            String id = Declared.id(entry);
            return entry.value().mapping(m -> alert(id, m));
        });
    }

    private static AlertRule alert(String id, Mapping m) {
        boolean above = flag(m.optional("above"), true);
        double threshold = decimal(m.required("threshold"), -MAX_FIGURE, MAX_FIGURE, 0);
        return new AlertRule(
                id,
                m.required("measure").oneOf("figure", MEASURES, ""),
                above,
                threshold,
                millis(m.required("window"), Duration.ofMinutes(1), Duration.ofDays(92), Duration.ofMinutes(1)) / 1_000,
                whole(m.optional("minVolume"), 1, MAX_VOLUME, 1),
                choice(m.optional("kind"), AlertRule.Kind.class, AlertRule.Kind.LEVEL),
                decimal(m.optional("clear"), -MAX_FIGURE, MAX_FIGURE, AlertRule.within(above, threshold)),
                flag(m.optional("pause"), false));
    }

    static QaRule qa(Value section, Declared declared) {
        return section.mapping(m -> new QaRule(
                decimal(m.optional("automatedShare"), 0, 1, 0),
                decimal(m.optional("humanShare"), 0, 1, 0),
                scorecard(m.optional("scorecard")),
                new TargetReader(declared).read(m.optional("targets")),
                m.optional("newlyAutomated").mapping(t -> trial(t, declared)),
                m.optional("tierUp").mapping(t -> moves(t, "closed", declared)),
                m.optional("pause").mapping(t -> moves(t, "lifted", declared))));
    }

    private static TierUpRule moves(Mapping m, String end, Declared declared) {
        return new TierUpRule(flag(m.optional("apply"), false), days(m.optional(end), declared));
    }

    /** What is looked at in the first month of a category's automation (L09). */
    private static TrialRule trial(Mapping m, Declared declared) {
        Duration day = Duration.ofDays(1);
        return new TrialRule(
                decimal(m.optional("share"), 0, 1, 1),
                millis(m.optional("for"), day, Duration.ofDays(366), Duration.ofDays(30)),
                days(m.optional("since"), declared));
    }

    private static Map<String, LocalDate> days(Value section, Declared declared) {
        return section.each(entry -> {
            entry.key().oneOf("category", declared.categories(), "");
            return entry.value().as("a date such as 2026-12-25", CalendarReader::date, LocalDate.EPOCH);
        });
    }

    /** Weights of the scorecard by figure (M16). */
    private static Map<String, Double> scorecard(Value section) {
        return section.each(entry -> {
            entry.key().oneOf("figure", Scorecard.FIGURES, "");
            return decimal(entry.value(), 0, MAX_WEIGHT, 1);
        });
    }

    static RetentionRule retention(Value section) {
        Duration day = Duration.ofDays(1);
        return section.mapping(m -> new RetentionRule(
                millis(m.optional("conversation"), day, YEARS, Duration.ofDays(90)),
                millis(m.optional("journey"), day, YEARS, Duration.ofDays(200)),
                millis(m.optional("windows"), day, YEARS, Duration.ofDays(90))));
    }

    static TimingRule timing(Value section, Declared declared) {
        Duration second = Duration.ofSeconds(1);
        return section.mapping(m -> new TimingRule(
                millis(m.optional("futureTolerance"), Duration.ZERO, Duration.ofDays(1), Duration.ofMinutes(5)),
                whole(m.optional("maxTextChars"), 100, MAX_TEXT_CHARS, 20_000),
                millis(m.optional("idleClose"), second, Duration.ofDays(90), Duration.ofDays(1)),
                millis(m.optional("durable"), second, Duration.ofDays(90), Duration.ofDays(7)),
                Declared.reference(m.optional("calendar"), "calendar", declared.calendars())));
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import io.baton.policy.condition.Condition;
import io.baton.policy.condition.Facts;
import io.baton.policy.ruleset.CategoryRule.Mode;
import io.baton.policy.signal.Signal;
import io.baton.policyfile.ShippedWords;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A policy built in code, so that tests of rules need neither a document nor its parser. Small, but every map is
 * filled; the {@code with...} methods return a changed copy.
 */
public final class TestRulesets {

    public static final long SECOND = 1_000;
    public static final long MINUTE = 60 * SECOND;
    public static final long DAY = 24 * 60 * MINUTE;

    private TestRulesets() {}

    /**
     * Categories {@code how-to}, {@code login}, {@code billing} (high stakes, 4), {@code data-loss} (complexity 5),
     * {@code contract} (tier 3), {@code onboarding} (drafts only), {@code general} (the default); segments
     * {@code enterprise}, {@code at-risk}, {@code standard}; queues {@code standard}, {@code high-touch},
     * {@code crisis}.
     */
    public static Ruleset standard() {
        return new Ruleset(
                "test",
                "1",
                "0".repeat(64),
                categories(),
                "general",
                segments(),
                signals(),
                escalation(),
                List.of(new HardTrigger(
                        "dispute-of-high-value",
                        condition(
                                "conversation.disputed && customer.annualValue >= 50000.0",
                                f -> f.conversation() != null
                                        && f.conversation().getDisputed()
                                        && value(f) >= 50_000),
                        "A high-value customer disputes a charge")),
                queues(),
                routes(),
                calendars(),
                ladders(),
                Map.of(
                        "outage",
                        new PlaybookRule(
                                "outage",
                                "outage",
                                0.05,
                                List.of("login"),
                                Map.of("opened", "We are looking into an outage.", "closed", "The outage is over."),
                                "crisis",
                                List.of(),
                                List.of(),
                                null)),
                List.of(),
                Map.of("escalation-rate", new AlertRule("escalation-rate", "escalationRate", true, 0.25, 900, 20)),
                new QaRule(0.05, 0.05),
                new MaskingRule(List.of("EMAIL", "PHONE", "CARD", "IBAN", "IP"), "US", Map.of()),
                new RetentionRule(30 * DAY, 365 * DAY, 30 * DAY),
                new JourneyRule(7 * DAY, 3, 183 * DAY, 365 * DAY, 365 * DAY, 365 * DAY, 50, 20),
                new TimingRule(5 * MINUTE, 20_000, 30 * MINUTE, 7 * DAY),
                new MoneyRule("USD", Map.of("EUR", 1.1, "GBP", 1.25)),
                phrases(),
                Map.of(
                        "default", "A colleague takes over and can see everything that was said.",
                        "human-requested", "You asked for a person. A colleague takes over now."),
                HandoverRule.NONE,
                TextModelRule.OFF,
                List.of());
    }

    public static Ruleset withSignal(Ruleset r, Signal signal, UnaryOperator<SignalRule> change) {
        EnumMap<Signal, SignalRule> changed = new EnumMap<>(r.signals());
        changed.put(signal, change.apply(r.signal(signal)));
        return withSignals(r, changed);
    }

    public static Ruleset withSignals(Ruleset r, Map<Signal, SignalRule> signals) {
        return Changed.copy(r, "signals", signals);
    }

    public static Ruleset withEscalation(Ruleset r, EscalationRule escalation, List<HardTrigger> hardTriggers) {
        return Changed.copy(r, "escalation", escalation, "hardTriggers", hardTriggers);
    }

    /** With other segments; the last one must have no condition. */
    public static Ruleset withSegments(Ruleset r, List<SegmentRule> segments) {
        return Changed.copy(r, "segments", segments);
    }

    public static Ruleset withCategory(Ruleset r, CategoryRule category) {
        Map<String, CategoryRule> changed = new LinkedHashMap<>(r.categories());
        changed.put(category.id(), category);
        return Changed.copy(r, "categories", changed);
    }

    public static Ruleset withRoutes(Ruleset r, Map<String, QueueRule> queues, List<RouteRule> routes) {
        return Changed.copy(r, "queues", queues, "routes", routes);
    }

    public static Ruleset withLimits(Ruleset r, TimingRule timing, RetentionRule retention) {
        return Changed.copy(r, "timing", timing, "retention", retention);
    }

    public static SignalRule withThreshold(SignalRule s, double threshold) {
        return Changed.copy(
                s, "threshold", threshold, "byCategory", Map.of(), "bySegment", Map.of(), "byChannel", Map.of());
    }

    public static SignalRule withWeight(SignalRule s, double weight) {
        return Changed.copy(s, "weight", weight);
    }

    public static SignalRule withHard(SignalRule s, boolean hard) {
        return Changed.copy(s, "hard", hard);
    }

    public static SignalRule withLife(SignalRule s, long windowMillis, long halfLifeMillis) {
        return Changed.copy(s, "windowMillis", windowMillis, "halfLifeMillis", halfLifeMillis);
    }

    public static SignalRule disabled(SignalRule s) {
        return Changed.copy(s, "enabled", false);
    }

    /** A condition in Java instead of the policy's expression language. */
    public static Condition condition(String source, Predicate<Facts> holds) {
        return new Coded(source, holds);
    }

    private record Coded(String source, Predicate<Facts> predicate) implements Condition {
        @Override
        public boolean holds(Facts facts) {
            return predicate.test(facts);
        }
    }

    private static Map<String, CategoryRule> categories() {
        return inOrder(
                CategoryRule::id,
                category("how-to", "How do I …", 1, 1, 1, Mode.AI_FIRST, false),
                category("login", "Login and access", 2, 2, 1, Mode.AI_FIRST, false),
                category("billing", "Billing", 3, 3, 1, Mode.AI_FIRST, true),
                category("data-loss", "Data loss", 5, 4, 1, Mode.AI_FIRST, true),
                category("contract", "Contract and legal", 4, 3, 3, Mode.TRIAGE, true),
                category("onboarding", "Onboarding", 2, 2, 2, Mode.AGENT_ASSIST, false),
                category("general", "Everything else", 2, 2, 1, Mode.AI_FIRST, false));
    }

    public static CategoryRule category(
            String id, String title, int complexity, int intensity, int tier, Mode mode, boolean highStakes) {
        return new CategoryRule(
                id,
                title,
                complexity,
                intensity,
                tier,
                mode,
                highStakes,
                8.0,
                3.5,
                List.of("account", "what happened"),
                null,
                null);
    }

    private static List<SegmentRule> segments() {
        return List.of(
                new SegmentRule(
                        "enterprise",
                        "Enterprise",
                        condition("customer.annualValue >= 50000.0", f -> value(f) >= 50_000),
                        2,
                        1.5,
                        2,
                        0.8,
                        120,
                        1),
                new SegmentRule(
                        "at-risk",
                        "At risk",
                        condition("customer.atRisk", f -> f.customer().getAtRisk()),
                        1,
                        1.5,
                        2,
                        0.8,
                        300,
                        2),
                new SegmentRule("standard", "Standard", null, 1, 2.0, 2, 1.0, 600, 3));
    }

    private static double value(Facts facts) {
        Double value = facts.customer().getAnnualValue();
        return value == null ? 0 : value;
    }

    private static Map<Signal, SignalRule> signals() {
        EnumMap<Signal, SignalRule> rules = new EnumMap<>(Signal.class);
        put(rules, rule(Signal.LOW_CONFIDENCE, 0.85, 1.0, 3 * MINUTE, 2 * MINUTE, false));
        put(rules, rule(Signal.RE_PROMPTS, 2, 1.5, 0, 0, false));
        put(
                rules,
                new SignalRule(
                        Signal.TOO_LONG,
                        true,
                        Double.POSITIVE_INFINITY,
                        0.5,
                        0,
                        0,
                        false,
                        Map.of(),
                        Map.of(),
                        Map.of("chat", 90.0)));
        put(rules, rule(Signal.UNRESOLVED_TURNS, 10, 0.5, 0, 0, false));
        put(rules, rule(Signal.SENTIMENT_SHIFT, 0.6, 1.5, 10 * MINUTE, 5 * MINUTE, false));
        put(rules, rule(Signal.NEGATIVE_SENTIMENT, -0.35, 1.5, 10 * MINUTE, 5 * MINUTE, false));
        put(rules, rule(Signal.ESCALATION_KEYWORDS, 1, 1.5, 15 * MINUTE, 10 * MINUTE, false));
        put(rules, rule(Signal.HUMAN_REQUESTED, 1, 3.0, 0, 0, true));
        put(rules, rule(Signal.REPEATED_QUESTIONS, 1, 1.5, 15 * MINUTE, 0, false));
        put(rules, rule(Signal.UNANSWERED, 60, 2.0, 0, 0, true));
        put(rules, rule(Signal.COMPLEX_TOPIC, 4, 0.5, 0, 0, false));
        put(rules, rule(Signal.HIGH_VALUE, 50_000, 0.5, 0, 0, false));
        put(rules, rule(Signal.CONSIDERING_ALTERNATIVES, 1, 1.5, 15 * MINUTE, 0, false));
        put(rules, rule(Signal.AMOUNT_AT_STAKE, 500, 3.0, 0, 0, true));
        put(rules, rule(Signal.DISPUTED_CHARGE, 1, 3.0, 0, 0, true));
        put(rules, rule(Signal.DISTRESS, 0.5, 3.0, 15 * MINUTE, 0, true));
        put(rules, rule(Signal.WORSENING_TREND, 0.4, 1.0, 10 * MINUTE, 5 * MINUTE, false));
        put(rules, rule(Signal.TOPIC_DRIFT, 1, 0.5, 15 * MINUTE, 0, false));
        put(rules, rule(Signal.URGENCY, 0.5, 1.0, 15 * MINUTE, 0, false));
        put(rules, rule(Signal.LEGAL_QUESTION, 1, 3.0, 0, 0, true));
        put(rules, rule(Signal.UNCLEAR_INTENT, 0.5, 1.0, 3 * MINUTE, 2 * MINUTE, false));
        put(rules, rule(Signal.HIGH_STAKES, 1, 0.5, 0, 0, false));
        put(rules, rule(Signal.REPEATED_SUGGESTION, 1, 1.5, 0, 0, false));
        put(rules, rule(Signal.NO_CONSENT, 1, 3.0, 0, 0, true));
        put(rules, rule(Signal.HUMAN_ONLY, 1, 3.0, 0, 0, true));
        put(rules, rule(Signal.REPEAT_CONTACT, 3, 3.0, 0, 0, true));
        put(rules, rule(Signal.EXPORT_QUESTION, 1, 0, 0, 0, false));
        return rules;
    }

    public static SignalRule rule(
            Signal signal, double threshold, double weight, long windowMillis, long halfLifeMillis, boolean hard) {
        return new SignalRule(
                signal, true, threshold, weight, windowMillis, halfLifeMillis, hard, Map.of(), Map.of(), Map.of());
    }

    private static void put(Map<Signal, SignalRule> rules, SignalRule rule) {
        rules.put(rule.signal(), rule);
    }

    private static EscalationRule escalation() {
        Set<Signal> among = EnumSet.complementOf(
                EnumSet.of(Signal.COMPLEX_TOPIC, Signal.HIGH_VALUE, Signal.HIGH_STAKES, Signal.TOPIC_DRIFT));
        return new EscalationRule(among, 5 * MINUTE, 0.6, 0.2, 4, 5, 5, List.of());
    }

    private static Map<String, QueueRule> queues() {
        return inOrder(
                QueueRule::id,
                new QueueRule("standard", "Standard", 3, null, "office", "nobody-there"),
                new QueueRule("high-touch", "High touch", 1, "senior", null, null),
                new QueueRule("crisis", "Crisis", 1, null, null, null));
    }

    private static List<RouteRule> routes() {
        return List.of(
                new RouteRule(
                        "high-value",
                        condition(
                                "customer.segment in ['enterprise', 'at-risk']",
                                f -> !f.customer().getSegment().equals("standard")),
                        "high-touch",
                        null),
                new RouteRule("everything-else", null, "standard", null));
    }

    private static Map<String, CalendarRule> calendars() {
        EnumMap<DayOfWeek, List<CalendarRule.Interval>> week = new EnumMap<>(DayOfWeek.class);
        for (DayOfWeek day : EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)) {
            week.put(day, List.of(new CalendarRule.Interval(LocalTime.of(8, 0), LocalTime.of(18, 0))));
        }
        return Map.of(
                "office",
                new CalendarRule("office", ZoneId.of("Europe/Berlin"), week, Set.of(LocalDate.of(2026, 12, 25))));
    }

    private static Map<String, LadderRule> ladders() {
        return Map.of(
                "nobody-there",
                new LadderRule(
                        "nobody-there",
                        List.of(
                                new LadderRule.Step(120, LadderRule.Action.WIDEN_SKILL, null),
                                new LadderRule.Step(300, LadderRule.Action.OVERFLOW, "high-touch"),
                                new LadderRule.Step(600, LadderRule.Action.CALL_BACK, null))));
    }

    private static PhraseRule phrases() {
        return new PhraseRule(
                List.of("angry", "cancel*", "complain*", "unacceptable", "furious", "third time", "ridiculous"),
                List.of("competitor*", "switch to", "switching to", "looking at alternatives", "other provider"),
                List.of("lawyer*", "legal action", "gdpr", "terms of service", "data processing agreement", "sue"),
                List.of("desperate", "panicking", "in tears", "can't cope", "losing my mind", "scared"),
                List.of(
                        "speak to a human",
                        "talk to a human",
                        "real person",
                        "human agent",
                        "speak to someone",
                        "talk to someone"),
                List.of("urgent*", "asap", "immediately", "right now", "emergency", "production is down"),
                List.of("already tried", "already did", "did that already", "tried that"),
                List.of("export*"),
                ShippedWords.all());
    }

    @SafeVarargs
    private static <T> Map<String, T> inOrder(Function<T, String> id, T... rules) {
        Map<String, T> all = new LinkedHashMap<>();
        for (T rule : List.of(rules)) {
            all.put(id.apply(rule), rule);
        }
        return all;
    }
}

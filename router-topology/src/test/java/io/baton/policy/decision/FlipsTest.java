// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.decision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.policy.ruleset.HardTrigger;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SegmentRule;
import io.baton.policy.ruleset.SignalRule;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import io.baton.policy.signal.Weighing;
import io.baton.policy.signal.detector.Detector;
import io.baton.policy.signal.detector.Detectors;
import io.baton.state.ConversationFigures;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The change that a verdict names is made, and the verdict is asked for again: it must be the other one. */
class FlipsTest {

    private static final long AT = 1_772_355_600_000L;
    private static final Ruleset RULES = TestRulesets.standard();

    @Test
    @Tag("T19")
    void whatAVerdictNamesReallyTurnsIt() {
        int yes = 0;
        int no = 0;
        int none = 0;
        for (int seed = 0; seed < 20_000; seed++) {
            Random random = new Random(seed);
            Weighing weighing = weighing(random);
            ConversationState s = conversation(random.nextInt(40) == 0);
            Verdict verdict = new Verdicts(RULES).of(s, weighing, AT);
            if (verdict.flip() == null) {
                none++;
                assertThat(reasonsThatSuffice(verdict, s)).as("seed %d", seed).isGreaterThan(1);
                continue;
            }
            yes += verdict.escalate() ? 1 : 0;
            no += verdict.escalate() ? 0 : 1;

            Verdict turned = turned(verdict, s, weighing);

            assertThat(turned.escalate())
                    .as("seed %d: %s", seed, verdict.flip())
                    .isNotEqualTo(verdict.escalate());
        }
        assertThat(List.of(yes, no, none)).allMatch(count -> count > 500);
    }

    @Test
    void anEscalationByScoreAloneCanAlwaysBeTurned() {
        for (int seed = 0; seed < 5_000; seed++) {
            Verdict verdict = new Verdicts(RULES).of(conversation(false), weighing(new Random(seed)), AT);
            if (verdict.rule().equals("score") || verdict.rule().equals("none")) {
                assertThat(verdict.flip()).as("seed %d", seed).isNotNull();
            }
        }
    }

    @Test
    void aNearThresholdIsASmallerChangeThanAMissingSignal() {
        Weighing almost = weighing(List.of(
                reading(Signal.NEGATIVE_SENTIMENT, -0.7, 0.65, true), reading(Signal.RE_PROMPTS, 3, 0.66, true)));

        Turnaround flip =
                new Verdicts(RULES).of(conversation(false), almost, AT).flip();

        assertThat(flip.kind()).isEqualTo("threshold");
        assertThat(flip.from()).isEqualTo(2.0);
        assertThat(flip.to()).isCloseTo(1.96, within(0.01));
        assertThat(flip.text())
                .isEqualTo("With a threshold of 1.96 instead of 2 for the score, a human would have taken over.");
    }

    @Test
    void aLoneSignalWouldHaveNeededCompany() {
        Weighing alone = weighing(List.of(reading(Signal.NEGATIVE_SENTIMENT, -0.9, 1, true)));

        Turnaround flip = new Verdicts(RULES).of(conversation(false), alone, AT).flip();

        assertThat(flip.kind()).isEqualTo("signal-added");
    }

    @Test
    void oneHardReasonIsWhatWouldHaveHadToBeAbsent() {
        Weighing asked = weighing(List.of(reading(Signal.HUMAN_REQUESTED, 1, 1, true)));

        Turnaround flip = new Verdicts(RULES).of(conversation(false), asked, AT).flip();

        assertThat(flip.kind()).isEqualTo("signal-removed");
        assertThat(flip.subject()).isEqualTo("human-requested");
    }

    @Test
    void twoHardReasonsCannotBeTurnedByOneChange() {
        Weighing both = weighing(
                List.of(reading(Signal.HUMAN_REQUESTED, 1, 1, true), reading(Signal.LEGAL_QUESTION, 1, 1, true)));

        assertThat(new Verdicts(RULES).of(conversation(false), both, AT).flip()).isNull();
    }

    private static int reasonsThatSuffice(Verdict verdict, ConversationState s) {
        long hard = verdict.readings().stream().filter(Reading::hard).count();
        boolean trigger = s.getDisputed();
        boolean soft = verdict.aligned() >= verdict.required() && verdict.score() + 1e-9 >= verdict.threshold();
        return (int) hard + (trigger ? 1 : 0) + (soft ? 1 : 0);
    }

    private static Verdict turned(Verdict verdict, ConversationState s, Weighing weighing) {
        Turnaround flip = verdict.flip();
        List<Reading> readings = new ArrayList<>(weighing.readings());
        Ruleset rules = RULES;
        switch (flip.kind()) {
            case "threshold" -> rules = withThreshold(flip.to());
            case "hard-trigger" -> rules = TestRulesets.withEscalation(RULES, RULES.escalation(), triggers(flip));
            case "signal-removed" -> readings.removeIf(r -> r.signal().id().equals(flip.subject()));
            default -> {
                Signal signal = Signal.byId(flip.subject()).orElseThrow();
                readings.removeIf(r -> r.signal() == signal);
                readings.add(reading(signal, flip.to(), strength(signal, flip.to()), true));
                readings.sort(Comparator.comparing(Reading::signal));
            }
        }
        return new Verdicts(rules).of(s, weighing(readings), AT);
    }

    private static List<HardTrigger> triggers(Turnaround flip) {
        return flip.to() == 0
                ? List.of()
                : List.of(new HardTrigger(flip.subject(), TestRulesets.condition("true", f -> true), "holds"));
    }

    private static Ruleset withThreshold(double to) {
        SegmentRule standard = RULES.segment("standard");
        return TestRulesets.withSegments(
                RULES,
                List.of(new SegmentRule(
                        "standard",
                        "Standard",
                        null,
                        standard.minTier(),
                        to,
                        standard.aligned(),
                        standard.ease(),
                        standard.responseSeconds(),
                        standard.priority())));
    }

    /** As the evidence scales it: half at the threshold, all of it at the value that the detector calls full. */
    private static double strength(Signal signal, double value) {
        double threshold = RULES.signal(signal).threshold("chat", null, "standard");
        Detector detector = Detectors.all().stream()
                .filter(d -> d.signal() == signal)
                .findFirst()
                .orElseThrow();
        double span = Math.abs(detector.full(threshold) - threshold);
        return span == 0 ? 1 : 0.5 + 0.5 * Math.min(1, Math.abs(value - threshold) / span);
    }

    private static Weighing weighing(Random random) {
        List<Reading> readings = new ArrayList<>();
        for (Signal signal : Signal.values()) {
            boolean hard = RULES.signal(signal).hard();
            if (random.nextInt(hard ? 30 : 5) > 0) {
                continue;
            }
            boolean reached = random.nextInt(5) > 0;
            double threshold = RULES.signal(signal).threshold("chat", null, "standard");
            double value = reached ? threshold : threshold * (signal.above() ? 0.8 : 1.05);
            readings.add(reading(signal, value, reached ? 0.1 + 0.9 * random.nextDouble() : 0, reached));
        }
        return weighing(readings);
    }

    private static Weighing weighing(List<Reading> readings) {
        double score = readings.stream().mapToDouble(Reading::contribution).sum();
        return new Weighing(List.copyOf(readings), score, (int)
                readings.stream().filter(Reading::aligned).count());
    }

    private static Reading reading(Signal signal, double value, double strength, boolean reached) {
        SignalRule rule = RULES.signal(signal);
        boolean aligned = reached && RULES.escalation().among().contains(signal);
        double threshold = rule.threshold("chat", null, "standard");
        return new Reading(
                signal, value, threshold, rule.weight(), strength, aligned, reached && rule.hard(), AT, 1, "e-1");
    }

    static ConversationState conversation(boolean disputed) {
        return ConversationState.newBuilder()
                .setCustomerId("cust-1")
                .setConversationId("conv-1")
                .setChannel("chat")
                .setOwner(Owner.ASSISTANT)
                .setPath(Path.AUTOMATED)
                .setStartPath(Path.AUTOMATED)
                .setTier(1)
                .setEpisode(1)
                .setCustomer(CustomerSnapshot.newBuilder()
                        .setSegment("standard")
                        .setAnnualValue(disputed ? 60_000.0 : 0)
                        .build())
                .setStartedAt(AT)
                .setEpisodeAt(AT)
                .setLastAt(AT)
                .setLastRank(0)
                .setDisputed(disputed)
                .setFigures(ConversationFigures.newBuilder().build())
                .build();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policy.condition.Facts;
import io.baton.policy.ruleset.CategoryRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SegmentRule;
import io.baton.policy.ruleset.SignalRule;
import io.baton.policy.ruleset.WordGroup;
import io.baton.policy.signal.Signal;
import io.baton.state.CustomerSnapshot;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DefaultPolicyTest {

    private static final long DAY = 86_400_000;
    private static final long NOW = 20_000 * DAY;
    private static final Set<Signal> CONTEXT = EnumSet.of(Signal.COMPLEX_TOPIC, Signal.HIGH_VALUE, Signal.HIGH_STAKES);

    private final Ruleset rules = DefaultPolicy.ruleset();

    @Test
    void isValidAndComplete() {
        assertThat(PolicyFile.parse(DefaultPolicy.document(), "default.yaml")).isInstanceOf(Parsed.Valid.class);
        assertThat(rules.categories())
                .containsOnlyKeys(
                        "password-reset",
                        "how-to",
                        "billing-question",
                        "billing-dispute",
                        "refund-request",
                        "sync-error",
                        "integration-setup",
                        "data-export",
                        "data-loss",
                        "cancellation",
                        "plan-change",
                        "contract-legal",
                        "security-concern",
                        "feature-request",
                        "onboarding",
                        "outage-report",
                        "other");
        assertThat(rules.defaultCategory()).isEqualTo("other");
        assertThat(rules.segments()).hasSizeGreaterThanOrEqualTo(4);
        assertThat(rules.queues()).containsOnlyKeys("standard", "high-touch", "crisis");
        assertThat(rules.playbooks()).containsOnlyKeys("outage", "security", "payment", "billing-error", "rush");
        assertThat(rules.signals().values()).allMatch(SignalRule::enabled);
    }

    @Test
    @Tag("R01")
    @Tag("T25")
    @Tag("T26")
    void categoriesStandOnTheirTiers() {
        assertThat(ofTier(3)).containsExactlyInAnyOrder("contract-legal", "security-concern", "data-loss");
        assertThat(ofTier(2)).containsExactlyInAnyOrder("billing-dispute", "cancellation", "refund-request");
    }

    @Test
    void numbersOfTheBriefStandInTheDocument() {
        assertThat(rules.signal(Signal.LOW_CONFIDENCE).threshold()).isEqualTo(0.85);
        assertThat(rules.signal(Signal.RE_PROMPTS).threshold()).isEqualTo(2);
        assertThat(rules.signal(Signal.TOO_LONG).threshold("chat", null, "self-service"))
                .isEqualTo(90);
        assertThat(rules.signal(Signal.TOO_LONG).threshold("email", null, "self-service"))
                .isInfinite();
        assertThat(rules.signal(Signal.HIGH_VALUE).threshold()).isEqualTo(50_000);
        assertThat(rules.alerts().get("escalation-rate").threshold()).isEqualTo(0.25);
        assertThat(rules.alerts().get("escalation-rate").windowSeconds()).isEqualTo(900);
        assertThat(rules.alerts().get("escalation-rate").minVolume()).isEqualTo(20);
        assertThat(rules.qa().automatedShare()).isEqualTo(0.05);
        assertThat(rules.timing().durableMillis()).isEqualTo(7 * DAY);
    }

    @Test
    @Tag("T17")
    void fiveHundredIsNotOverFiveHundred() {
        SignalRule rule = rules.signal(Signal.AMOUNT_AT_STAKE);
        assertThat(rule.hard()).isTrue();
        assertThat(Signal.AMOUNT_AT_STAKE.reached(500, rule.threshold())).isFalse();
        assertThat(Signal.AMOUNT_AT_STAKE.reached(500.01, rule.threshold())).isTrue();
    }

    @Test
    void hardSignalsAreThoseThatLeaveNoChoice() {
        assertThat(Arrays.stream(Signal.values())
                        .filter(signal -> rules.signal(signal).hard()))
                .containsExactlyInAnyOrder(
                        Signal.HUMAN_REQUESTED,
                        Signal.UNANSWERED,
                        Signal.AMOUNT_AT_STAKE,
                        Signal.DISPUTED_CHARGE,
                        Signal.DISTRESS,
                        Signal.LEGAL_QUESTION,
                        Signal.NO_CONSENT,
                        Signal.HUMAN_ONLY,
                        Signal.REPEAT_CONTACT);
    }

    @Test
    @Tag("T19")
    void oneOrdinarySignalNeverEscalatesAnybody() {
        double lowest = rules.segments().stream()
                .mapToDouble(SegmentRule::scoreThreshold)
                .min()
                .orElseThrow();
        assertThat(rules.segments()).allMatch(segment -> segment.aligned() >= 2);
        assertThat(rules.escalation().among())
                .doesNotContainAnyElementsOf(CONTEXT)
                .allSatisfy(signal -> {
                    assertThat(rules.signal(signal).hard()).isFalse();
                    assertThat(rules.signal(signal).weight()).isLessThan(lowest);
                });
    }

    @Test
    @Tag("T19")
    void lengthAloneIsNoTrouble() {
        double length = rules.signal(Signal.TOO_LONG).weight()
                + rules.signal(Signal.UNRESOLVED_TURNS).weight();
        SegmentRule ordinary = rules.segment("self-service");
        assertThat(length)
                .isLessThan(ordinary.scoreThreshold() * rules.escalation().reviewShare());
        assertThat(length + rules.signal(Signal.SENTIMENT_SHIFT).weight())
                .isGreaterThanOrEqualTo(ordinary.scoreThreshold());
    }

    @Test
    @Tag("T21")
    void thresholdsAreLowerForHighValueAndAtRiskCustomers() {
        SegmentRule watched = rules.segment("watched");
        SegmentRule ordinary = rules.segment("self-service");
        assertThat(watched.scoreThreshold()).isLessThan(ordinary.scoreThreshold());
        assertThat(watched.ease()).isEqualTo(0.8);
        assertThat(watched.responseSeconds()).isLessThan(ordinary.responseSeconds());
    }

    @ParameterizedTest
    @Tag("S02")
    @Tag("S03")
    @Tag("S04")
    @Tag("S05")
    @Tag("S06")
    @CsvSource({
        "50000, 80, false, 1000, self, high-value-or-at-risk",
        "49999, 80, false, 1000, self, enterprise-mid",
        "100, 39, false, 1000, self, high-value-or-at-risk",
        "100, 80, true, 1000, self, high-value-or-at-risk",
        "60000, 80, true, 1000, self, high-value-or-at-risk",
        "100, 80, false, 1000, human, human-first",
        "100, 80, false, 59, self, new-customer",
        "100, 80, false, 60, self, self-service"
    })
    void customerIsInTheFirstSegmentThatHolds(
            double value, int health, boolean atRisk, int days, String prefers, String segment) {
        CustomerSnapshot customer = CustomerSnapshot.newBuilder()
                .setSegment("")
                .setAnnualValue(value)
                .setHealth(health)
                .setAtRisk(atRisk)
                .setPrefersHuman(prefers.equals("human"))
                .setCustomerSinceDay(20_000 - days)
                .build();
        Facts facts = new Facts(customer, null, NOW);
        assertThat(rules.segments().stream()
                        .filter(s -> s.when() == null || s.when().holds(facts))
                        .findFirst()
                        .orElseThrow()
                        .id())
                .isEqualTo(segment);
    }

    @Test
    @Tag("H16")
    void everyHardReasonHasItsOwnMessage() {
        Map<String, String> messages = rules.messages();
        assertThat(messages).containsKeys("default", "score");
        for (Signal signal : Signal.values()) {
            assertThat(!rules.signal(signal).hard() || messages.containsKey(signal.id()))
                    .as(signal.id())
                    .isTrue();
        }
        rules.hardTriggers().forEach(trigger -> assertThat(messages).containsKey(trigger.id()));
    }

    @Test
    @Tag("T07")
    void requestsForAHumanAreLeftToTheWordLists() {
        assertThat(rules.phrases().humanRequest()).isEmpty();
        assertThat(rules.phrases().words()).extracting(WordGroup::cue).contains("HUMAN", "CONTACT", "PERSON", "AGENT");
    }

    private List<String> ofTier(int tier) {
        return rules.categories().values().stream()
                .filter(category -> category.tier() == tier)
                .map(CategoryRule::id)
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baton.event.Owner;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SignalRule;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.policy.signal.detector.Detector;
import io.baton.policy.signal.detector.Detectors;
import io.baton.state.ConversationState;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Thresholds, windows, decay, alignment and the scope of an episode: what all signals share. */
class EvidenceTest {

    private final Ruleset rules = TestRulesets.standard();
    private final Story story = new Story(rules);

    @Test
    void everySignalHasItsDetectorInTheOrderOfTheSignals() {
        assertThat(Detectors.all()).extracting(Detector::signal).containsExactly(Signal.values());
    }

    @ParameterizedTest
    @EnumSource(Signal.class)
    void aDisabledSignalIsNeverRead(Signal signal) {
        Story quiet = new Story(TestRulesets.withSignal(rules, signal, TestRulesets::disabled));
        everything(quiet);
        assertThat(quiet.reading(signal)).isEmpty();
    }

    @Test
    void aConversationInWhichEverythingGoesWrongSpeaksWithNearlyAllSignals() {
        everything(story);
        assertThat(story.weigh().readings())
                .extracting(Reading::signal)
                .contains(
                        Signal.LOW_CONFIDENCE,
                        Signal.RE_PROMPTS,
                        Signal.TOO_LONG,
                        Signal.HUMAN_REQUESTED,
                        Signal.AMOUNT_AT_STAKE,
                        Signal.HUMAN_ONLY)
                .isSorted();
    }

    @Tag("T20")
    @ParameterizedTest
    @CsvSource({"chat, billing, 1", "chat, login, 3", "voice, billing, 5", "chat, general, 4"})
    void channelGoesBeforeCategoryBeforeSegmentBeforeTheGeneralThreshold(
            String channel, String category, double threshold) {
        SignalRule rule = new SignalRule(
                Signal.ESCALATION_KEYWORDS,
                true,
                9,
                1,
                0,
                0,
                false,
                Map.of("billing", 1.0, "login", 3.0),
                Map.of("standard", 4.0),
                Map.of("voice", 5.0));
        Story special = new Story(TestRulesets.withSignal(rules, Signal.ESCALATION_KEYWORDS, r -> rule));
        special.with(s -> s.setChannel(channel)).with(s -> s.setCategory(category));
        special.says("cancel, unacceptable, ridiculous, furious, angry, complain");
        assertThat(special.reading(Signal.ESCALATION_KEYWORDS).orElseThrow().threshold())
                .isEqualTo(threshold);
    }

    @Tag("T21")
    @ParameterizedTest
    @CsvSource({
        "LOW_CONFIDENCE, 0.88",
        "UNCLEAR_INTENT, 0.6",
        "NEGATIVE_SENTIMENT, -0.28",
        "RE_PROMPTS, 1.6",
        "TOO_LONG, 72",
        "AMOUNT_AT_STAKE, 400",
        "URGENCY, 0.4"
    })
    void aSegmentToBeHandedOverSoonerHasAllItsThresholdsEased(Signal signal, double threshold) {
        story.state.getCustomer().setSegment("at-risk");
        assertThat(new Thresholds(rules).of(signal, story.state)).isEqualTo(threshold);
    }

    @Tag("T21")
    @Test
    void anEasedThresholdIsReachedEarlier() {
        story.says("hello there").reply("answer", r -> r.setConfidence(0.86));
        assertThat(story.reached(Signal.LOW_CONFIDENCE)).isFalse();
        story.with(s -> s.getCustomer().setSegment("at-risk")).reply("answer", r -> r.setConfidence(0.86));
        assertThat(story.reached(Signal.LOW_CONFIDENCE)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "60, 0.707", "120, 0.5", "180, 0.353"})
    void strengthHalvesWithEachHalfLife(long seconds, double strength) {
        story.says("hello there").reply("answer", r -> r.setConfidence(0.1)).after(seconds);
        assertThat(story.reading(Signal.LOW_CONFIDENCE).orElseThrow().strength())
                .isCloseTo(strength, within(0.001));
    }

    @Test
    void aSignalIsOverWhenItsWindowHasPassed() {
        story.says("hello there").reply("answer", r -> r.setConfidence(0.1)).after(180);
        assertThat(story.reading(Signal.LOW_CONFIDENCE)).isPresent();
        story.after(1);
        assertThat(story.reading(Signal.LOW_CONFIDENCE)).isEmpty();
        story.replies("hm");
        assertThat(story.state.getSignals()).noneMatch(m -> Memories.signal(m) == Signal.LOW_CONFIDENCE);
    }

    @Test
    void aSignalThatNoLongerReachesItsThresholdIsListedWithoutStrength() {
        story.with(s -> s.getCustomer().setSegment("at-risk"));
        story.says("hello there").reply("answer", r -> r.setConfidence(0.86));
        story.with(s -> s.getCustomer().setSegment("standard"));
        Reading reading = story.reading(Signal.LOW_CONFIDENCE).orElseThrow();
        assertThat(reading.strength()).isZero();
        assertThat(reading.aligned()).isFalse();
    }

    @Tag("T19")
    @Test
    void signalsAlignOnlyInsideTheWindow() {
        story.says("I want to cancel").replies("why?").says("this is urgent");
        assertThat(story.weigh().aligned()).isEqualTo(2);
        story.after(295);
        assertThat(story.weigh().aligned()).isEqualTo(1);
        assertThat(story.weigh().readings()).hasSize(2);
    }

    @Tag("T19")
    @Test
    void theScoreIsTheSumOfWeightTimesStrength() {
        story.says("I want to cancel and it is urgent");
        Weighing weighing = story.weigh();
        double sum =
                weighing.readings().stream().mapToDouble(Reading::contribution).sum();
        assertThat(weighing.score()).isEqualTo(sum).isGreaterThan(1);
    }

    @Tag("T19")
    @Test
    void signalsOutsideTheSetWeighButDoNotAlign() {
        story.with(s -> s.setCategory("data-loss")).says("hello there");
        assertThat(story.reading(Signal.COMPLEX_TOPIC).orElseThrow())
                .matches(r -> !r.aligned() && r.contribution() > 0);
    }

    @Test
    void aReadingSaysWhereItComesFrom() {
        story.says("hello there").replies("hi").says("I want to cancel");
        Reading reading = story.reading(Signal.ESCALATION_KEYWORDS).orElseThrow();
        assertThat(reading.eventId()).isEqualTo("e-3");
        assertThat(reading.turn()).isEqualTo(3);
        assertThat(reading.at()).isEqualTo(story.now());
    }

    @ParameterizedTest
    @CsvSource({"ASSISTANT, true", "ASSISTANT_REVIEWED, true", "WAITING_FOR_HUMAN, false", "HUMAN, false"})
    void evidenceGathersOnlyWhileTheAssistantHoldsItButTurnsAlwaysCount(Owner owner, boolean gathers) {
        story.with(s -> s.setOwner(owner))
                .says("I want to cancel")
                .replies("hm")
                .agentWrites("hello");
        assertThat(story.reached(Signal.ESCALATION_KEYWORDS)).isEqualTo(gathers);
        assertThat(story.state.getFigures().getCustomerTurns()).isEqualTo(1);
        assertThat(story.state.getFigures().getAssistantTurns()).isEqualTo(1);
        assertThat(story.state.getFigures().getAgentTurns()).isEqualTo(1);
    }

    @Test
    void aNewEpisodeBeginsWithoutOldEvidence() {
        everything(story);
        int turns = story.state.getFigures().getCustomerTurns();
        Evidence.newEpisode(story.state, story.now());
        assertThat(story.weigh()).isEqualTo(new Weighing(List.of(), 0, 0));
        assertThat(story.nextDue()).isEqualTo(Long.MAX_VALUE);
        assertThat(story.state.getFigures().getCustomerTurns()).isEqualTo(turns);
        assertThat(story.state.getFigures().getEpisodeCustomerTurns()).isZero();
        story.with(s -> s.setTier(1)).with(s -> s.setCategory("how-to"));
        story.with(s -> s.getCustomer().setAnnualValue(null));
        story.with(s -> s.getCustomer().setAutomationConsent(true)).says("one more thing");
        assertThat(story.weigh().readings()).isEmpty();
    }

    @Test
    void evidenceDoesNotGrowWithTheConversation() throws IOException {
        Story brief = everything(new Story(rules));
        Story endless = new Story(rules);
        for (int i = 0; i < 50; i++) {
            everything(endless);
        }
        assertThat(size(endless.state)).isLessThan(size(brief.state) + 120);
    }

    private static Story everything(Story story) {
        story.with(s -> s.setCategory("data-loss")).with(s -> s.setTier(3));
        story.with(s -> s.getCustomer().setAnnualValue(90_000.0));
        story.with(s -> s.getCustomer().setAutomationConsent(false));
        story.customer("Where is my invoice for March? It is urgent", m -> m.setIntentConfidence(0.1));
        for (int i = 0; i < 3; i++) {
            story.reply("Could you rephrase that?", r -> {
                r.setClarification(true);
                r.setConfidence(0.2);
                r.setAction("look-up");
            });
            story.says("Where is my invoice for March? This is terrible, I'm losing my mind, I will call my lawyer");
        }
        story.customer("I dispute this charge, cancel it, we are switching to a competitor", m -> m.setAmount(900.0));
        return story.asksForHuman().after(100).elapse();
    }

    private static int size(ConversationState state) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(bytes, null);
        new SpecificDatumWriter<>(ConversationState.class).write(state, encoder);
        encoder.flush();
        return bytes.size();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.AssistantReply;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.policy.signal.TextFeatures;
import io.baton.state.ConversationFigures;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Signals that no reply of the assistant can change are not asked on one; here they are, and say nothing. */
class RepliesTest {

    private final Ruleset rules = TestRulesets.standard();

    static Stream<Detector> deaf() {
        return Detectors.all().stream().filter(detector -> !detector.hearsReplies());
    }

    @ParameterizedTest
    @MethodSource("deaf")
    void whatHearsNoRepliesIsSilentOnEachOfThem(Detector detector) {
        for (boolean noticed : List.of(false, true)) {
            // No reply has a sentiment; all else a reply may be noticed for.
            Change change = new Change(-0.9, -0.9, false, noticed, noticed, noticed, noticed);
            Observation seen =
                    new Observation(state(), rules, null, reply(), false, TextFeatures.NONE, change, signal -> 0);

            assertThat(detector.read(seen)).isNaN();
        }
    }

    private static AssistantReply reply() {
        return new AssistantReply(
                "I am a human, cancel it!", 0.1, "refund", "billing", "act", true, false, "b", List.of(), "m");
    }

    private static ConversationState state() {
        ConversationState state = new ConversationState();
        state.setTier(3);
        state.setCategory("billing");
        state.setEscalations(0);
        state.setClockFrom(1);
        state.setFigures(ConversationFigures.newBuilder()
                .setSentimentFast(-0.9f)
                .setSentimentSeen(5)
                .setWaitingFrom(1)
                .setNegativeRun(3)
                .build());
        state.setCustomer(CustomerSnapshot.newBuilder()
                .setSegment("standard")
                .setAnnualValue(1e9)
                .setAutomationConsent(false)
                .build());
        return state;
    }
}

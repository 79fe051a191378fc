// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Channel;
import io.baton.event.Path;
import io.baton.event.Resolver;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("M01")
final class ChannelLabelTest {

    @ParameterizedTest(name = "agent {0}, assistant {1}, resolved by {2}: {3}")
    @CsvSource({
        "false, true,  ASSISTANT, AUTOMATED",
        "false, true,  ,          AUTOMATED",
        "false, false, ,          AUTOMATED",
        "false, false, ASSISTANT, AUTOMATED",
        "true,  true,  AGENT,     ASSISTED",
        "true,  true,  ASSISTANT, ASSISTED",
        "true,  false, ASSISTANT, ASSISTED",
        "false, true,  AGENT,     ASSISTED",
        "true,  true,  ,          ASSISTED",
        "true,  false, AGENT,     HUMAN",
        "true,  false, ,          HUMAN",
        "false, false, AGENT,     HUMAN",
    })
    void saysWhoDidTheWork(boolean agent, boolean assistant, Resolver by, Channel expected) {
        Story story = Story.begins(Path.AUTOMATED);

        story.turn(Story.T0 + 60_000, s -> {
            s.setAgentTouched(agent);
            s.setAssistantTouched(assistant);
            s.setResolvedBy(by);
            s.setCloseReason(by == null ? "abandoned" : null);
            s.setResolvedAt(Story.T0 + 60_000);
        });

        assertThat(OutcomeView.of(story.state).channel()).isEqualTo(expected);
        assertThat(story.lastOutcome().getChannel()).isEqualTo(expected);
    }

    @Test
    void thereIsNoneWhileNothingHasEnded() {
        Story story = Story.begins(Path.AUTOMATED).assistantReplies(Story.T0 + 1);

        assertThat(OutcomeView.of(story.state).channel()).isNull();
        assertThat(story.outcomes).isEmpty();
    }
}

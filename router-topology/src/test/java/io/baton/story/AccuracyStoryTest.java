// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Were the escalations right that were made, and were all made that were right: as a whole, a rule, a signal, a category. */
class AccuracyStoryTest {

    private final Story story = new Story();

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    @Tag("M11")
    void precisionAndRecallCountWhatWasHandedOverAndWhatShouldHaveBeen() {
        handedOver("needed", "how-to").asksForHuman();
        judged("needed", "needed");
        handedOver("late", "how-to").asksForHuman();
        judged("late", "too-late");
        handedOver("needless", "contract-legal");
        judged("needless", "not-needed");
        handedOver("missed", "how-to").isResolvedBy("assistant").isReopened();
        story.after(5);

        assertThat(share("escalation-precision")).isEqualTo("2 of 3");
        assertThat(share("escalation-recall")).isEqualTo("2 of 3");
        assertThat(share("rule-precision.hard:human-requested")).isEqualTo("2 of 2");
        assertThat(share("rule-recall.hard:human-requested"))
                .as("of what needed a human: in time once, late once, missed once")
                .isEqualTo("1 of 3");
        assertThat(share("signal-recall.human-requested")).isEqualTo("1 of 3");
        assertThat(share("rule-precision.hard:human-only")).isEqualTo("0 of 1");
        assertThat(share("rule-recall.hard:human-only"))
                .as("a rule that had nothing to say is held against the same")
                .isEqualTo("0 of 3");
        assertThat(share("rule-recall.score")).isEqualTo("0 of 3");
        assertThat(share("signal-recall.distress")).isEqualTo("0 of 3");
    }

    @Test
    @Tag("M11")
    void theLastVerdictCountsInBoth() {
        handedOver("c", "contract-legal");
        judged("c", "not-needed");
        story.after(5);
        assertThat(share("rule-recall.hard:human-only")).isEqualTo("0 of 0");

        judged("c", "needed");
        story.after(5);
        assertThat(share("escalation-recall")).isEqualTo("1 of 1");
        assertThat(share("rule-recall.hard:human-only")).isEqualTo("1 of 1");
        assertThat(share("signal-recall.human-only")).isEqualTo("1 of 1");

        judged("c", "too-late");
        story.after(5);
        assertThat(share("escalation-recall")).isEqualTo("1 of 1");
        assertThat(share("rule-recall.hard:human-only")).isEqualTo("0 of 1");
    }

    private Conversation handedOver(String id, String category) {
        return story.conversation(id).starts(category).customerSays("How?").assistantSays("So.", 0.95);
    }

    private void judged(String id, String verdict) {
        story.conversation(id)
                .after(60)
                .tell(
                        "conversation.escalation-reviewed",
                        Map.of("escalationId", id + "/1", "verdict", verdict, "agentId", "a-1"));
    }

    private String share(String figure) {
        return HourlyFigures.share(story, figure);
    }
}

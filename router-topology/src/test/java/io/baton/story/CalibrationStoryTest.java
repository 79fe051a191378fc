// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.baton.event.Grain;
import io.baton.event.Measure;
import io.baton.event.MetricWindow;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whether the assistant knows how sure it may be, by category. */
class CalibrationStoryTest {

    private final Story story = new Story();

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    @Tag("M17")
    @Tag("M18")
    void whatTheAssistantStatedIsComparedWithWhatBecameOfIt() {
        solvedAlone("sure-and-right", "how-to", 0.95);
        solvedAlone("unsure-and-right", "how-to", 0.45);
        solvedAlone("elsewhere", "password-reset", 0.95);
        story.conversation("sure-and-wrong")
                .starts("how-to")
                .customerSays("How?")
                .assistantSays("So.", 0.95)
                .asksForHuman()
                .agentJoins("a-1")
                .assistantDrafts("A draft is not what the customer reads.", 0.85)
                .agentSays("a-1", "Let me do that for you.")
                .isResolvedBy("agent");
        story.after(5);
        assertThat(figures("how-to")).isEmpty();

        story.afterDays(8).after(5);

        Map<String, Measure> howTo = figures("how-to");
        assertMeasure(howTo.get("confidence-stated.9"), 1.9, 2);
        assertMeasure(howTo.get("confidence-right.9"), 1, 2);
        assertMeasure(howTo.get("confidence-stated.4"), 0.45, 1);
        assertMeasure(howTo.get("confidence-right.4"), 1, 1);
        assertMeasure(howTo.get("calibration-error"), 0.9 + 0.55, 3);
        assertThat(howTo).hasSize(5);
        assertMeasure(figures("password-reset").get("calibration-error"), 0.05, 1);
    }

    @Test
    @Tag("M17")
    void whatDidNotHoldWasNotRight() {
        solvedAlone("reopened", "how-to", 0.9);
        story.conversation("reopened", "customer of reopened")
                .isReopened()
                .assistantSays("So then.", 0.9)
                .isResolvedBy("assistant");
        solvedAlone("did not work", "how-to", 0.9);
        story.conversation("did not work", "customer of did not work")
                .tell("conversation.survey-answered", Map.of("worked", false));
        story.conversation("given up")
                .starts("how-to")
                .customerSays("How?")
                .assistantSays("So.", 0.9)
                .isClosed("abandoned");

        story.afterDays(8).after(5);

        assertMeasure(figures("how-to").get("confidence-right.9"), 0, 4);
        assertMeasure(figures("how-to").get("calibration-error"), 3.6, 4);
    }

    private void solvedAlone(String id, String category, double confidence) {
        story.conversation(id, "customer of " + id)
                .starts(category)
                .customerSays("How?")
                .assistantSays("So.", confidence)
                .isResolvedBy("assistant");
    }

    private static void assertMeasure(Measure found, double numerator, double denominator) {
        assertThat(found).isNotNull();
        assertThat(found.getNumerator()).isCloseTo(numerator, within(1e-9));
        assertThat(found.getDenominator()).isEqualTo(denominator);
        assertThat(found.getValue()).isCloseTo(numerator / denominator, within(1e-9));
    }

    /** Figures of calibration in the last revision of the day's only row of a category. */
    private Map<String, Measure> figures(String category) {
        Map<String, MetricWindow> last = new LinkedHashMap<>();
        for (String channel : List.of("automated", "assisted", "human")) {
            for (MetricWindow window : story.metrics(channel)) {
                if (window.getGrain() == Grain.DAY && window.getCategory().equals(category)) {
                    last.put(channel + window.getWindow().getStart() + window.getSegment(), window);
                }
            }
        }
        Map<String, Measure> figures = new TreeMap<>();
        last.values()
                .forEach(window -> window.getMeasures().forEach((name, measure) -> {
                    if (name.matches("confidence-(stated|right)\\..*|calibration-error")) {
                        assertThat(figures.put(name, measure)).isNull();
                    }
                }));
        return figures;
    }
}

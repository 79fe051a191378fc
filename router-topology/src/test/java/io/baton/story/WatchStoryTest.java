// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Alert;
import io.baton.names.StoreLayout;
import io.baton.processor.TimeMode;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An alert through the whole topology, live and in a replay. */
class WatchStoryTest {

    @ParameterizedTest
    @EnumSource(TimeMode.class)
    @Tag("A01")
    void manyEscalationsAreRaisedOnceForTheirCategoryAndForAll(TimeMode mode) {
        try (Story story = new Story(mode, StoreLayout.PACKED)) {
            for (int i = 0; i < 24; i++) {
                Conversation one = story.conversation("c-" + i)
                        .starts("how-to")
                        .customerSays("How?")
                        .assistantSays("So.", 0.95);
                if (i % 2 == 0) {
                    one.asksForHuman();
                }
            }
            story.after(120).afterDays(1);

            List<Alert> alerts = story.alerts().stream()
                    .filter(alert -> alert.getRule().equals("escalation-rate"))
                    .toList();
            assertThat(alerts)
                    .filteredOn(alert -> alert.getState().name().equals("RAISED"))
                    .extracting(Alert::getAlertId)
                    .containsExactlyInAnyOrder("escalation-rate/how-to", "escalation-rate/*");
            assertThat(alerts).allSatisfy(alert -> assertThat(alert.getVolume()).isLessThanOrEqualTo(24));
            assertThat(alerts.get(0).getValue()).isGreaterThan(0.25);
        }
    }
}

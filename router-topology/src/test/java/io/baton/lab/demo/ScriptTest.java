// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScriptTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Instant BEGIN = Instant.parse("2031-07-09T16:20:00Z");

    @Test
    void thereAreAtLeastSixtyConversations() {
        assertThat(Script.bundled().conversations()).isGreaterThanOrEqualTo(60);
    }

    @Test
    void conversationsBeginWhenTheDemoDoesAndKeepTheirPace() {
        List<Script.Act> acts = Script.bundled().from(BEGIN.toEpochMilli());

        assertThat(acts.get(0).at()).isEqualTo(BEGIN.toEpochMilli());
        assertThat(acts).extracting(Script.Act::at).isSorted();
        assertThat(acts.get(acts.size() - 1).at() - acts.get(0).at())
                .isLessThan(Duration.ofHours(1).toMillis());
    }

    @Test
    void datesThatRulesLookAtMoveAlong() throws IOException {
        LocalDate today = BEGIN.atZone(ZoneOffset.UTC).toLocalDate();
        int near = 0;
        for (Script.Act act : Script.bundled().from(BEGIN.toEpochMilli())) {
            JsonNode event = JSON.readTree(act.event());
            assertThat(Instant.parse(event.path("time").asText()).toEpochMilli())
                    .isEqualTo(act.at());
            if (event.path("data").hasNonNull("renewalOn")) {
                LocalDate renewal =
                        LocalDate.parse(event.path("data").path("renewalOn").asText());
                near += renewal.isAfter(today) && renewal.isBefore(today.plusDays(8)) ? 1 : 0;
            }
        }
        assertThat(near).isPositive();
    }

    @Test
    void aScaledClockRunsAtItsSpeedFromWhenItIsSetGoing() {
        ScaledClock clock = new ScaledClock(1_000);
        long began = clock.go();

        assertThat(clock.realMillisUntil(began + 1_000_000)).isBetween(0L, 1_000L);
        assertThat(clock.realMillisUntil(began)).isZero();
        assertThat(clock.getAsLong()).isGreaterThanOrEqualTo(began);
    }
}

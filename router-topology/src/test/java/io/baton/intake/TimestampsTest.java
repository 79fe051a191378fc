// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The short way of reading a time gives what the general parser gives. */
class TimestampsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-03-02T09:00:05.250Z",
                "2024-02-29T23:59:59.999Z",
                "1970-01-01T00:00:00.000Z",
                "0001-01-01T00:00:00.001Z",
                "2026-12-31T00:00:00.000Z",
                "2026-03-02T09:00:05Z",
                "2026-03-02T09:00:05.250123Z"
            })
    void aTimeIsReadToTheMillisecond(String text) throws RefusedException {
        assertThat(Timestamps.instant(text, "time").toEpochMilli())
                .isEqualTo(Instant.parse(text).toEpochMilli());
    }

    @Test
    void anyMomentIsReadAsTheGeneralParserReadsIt() throws RefusedException {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            Instant moment = Instant.ofEpochMilli(random.nextLong(0, 4_000_000_000_000L));
            String text = moment.toString();
            assertThat(Timestamps.instant(text, "time")).isEqualTo(Instant.parse(text));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2026-02-30T09:00:05.250Z", "2026-13-02T09:00:05.250Z", "2026-03-02T24:00:05.250Z"})
    void whatIsNoTimeIsRefused(String text) {
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> Timestamps.instant(text, "time")))
                .isInstanceOf(RefusedException.class);
    }
}

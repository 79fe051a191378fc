// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Channel;
import io.baton.event.Grain;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class MetricKeyTest {

    @ParameterizedTest
    @CsvSource({
        "MINUTE, 0, 0, 60000",
        "MINUTE, 59999, 0, 60000",
        "MINUTE, 60000, 60000, 120000",
        "HOUR, 3599999, 0, 3600000",
        "HOUR, 3600000, 3600000, 7200000",
        "DAY, 86400001, 86400000, 172800000",
        "MINUTE, -1, -60000, 0",
    })
    void windowsBeginAtMultiplesOfTheirLength(Grain grain, long at, long start, long end) {
        MetricKey key = MetricKey.at(Channel.HUMAN, grain, at, "sync", "standard");

        assertThat(key.start()).isEqualTo(start);
        assertThat(key.end()).isEqualTo(end);
    }

    @Test
    void namesWithASeparatorDoNotMeet() {
        MetricKey one = MetricKey.at(Channel.HUMAN, Grain.HOUR, 0, "a|b", "c");
        MetricKey other = MetricKey.at(Channel.HUMAN, Grain.HOUR, 0, "a", "b|c");

        assertThat(one.text()).isNotEqualTo(other.text());
        assertThat(MetricKey.at(Channel.HUMAN, Grain.HOUR, 0, "a%7Cb", "c").text())
                .isNotEqualTo(one.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"sync", "a|b", "a%7Cb", "100%", "%257C|"})
    void aKeyIsReadAsItWasWritten(String name) {
        MetricKey key = new MetricKey(Channel.HUMAN, Grain.DAY, 86_400_000, name, "s" + name);

        assertThat(MetricKey.of(key.text())).isEqualTo(key);
    }

    @Test
    void keysSortByTheEndOfTheirWindow() {
        List<MetricKey> byEnd = Stream.of(-3_600_000L, 0L, 60_000L, 3_540_000L, 1_772_355_600_000L)
                .map(at -> MetricKey.at(Channel.HUMAN, Grain.MINUTE, at, "sync", "standard"))
                .toList();

        assertThat(byEnd).extracting(MetricKey::textByEnd).isSorted();
        MetricKey hour = MetricKey.at(Channel.AUTOMATED, Grain.HOUR, 0, "sync", "standard");
        assertThat(hour.textByEnd()).isGreaterThan(byEnd.get(2).textByEnd());
        assertThat(hour.textByEnd())
                .isLessThan(MetricKey.endPrefix(3_600_001))
                .isGreaterThan(MetricKey.endPrefix(3_600_000));
    }
}

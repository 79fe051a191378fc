// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.streams.KafkaStreams;
import org.junit.jupiter.api.Test;

class HealthTest {

    private final AtomicLong nanos = new AtomicLong();
    private final AtomicReference<KafkaStreams.State> state = new AtomicReference<>(KafkaStreams.State.RUNNING);
    private final Health health = new Health(state::get, Map::of, () -> true, nanos::get);

    private long stillAfter(Duration more, long lag) {
        nanos.addAndGet(more.toNanos());
        return health.secondsWithoutProgress(state.get(), lag);
    }

    @Test
    void aRouterThatHasRecordsToReadAndWorksOnNoneStandsStill() {
        stillAfter(Duration.ofSeconds(1), 7);

        assertThat(stillAfter(Duration.ofSeconds(200), 7)).isEqualTo(200);
    }

    @Test
    void aRouterWithNothingToReadDoesNot() {
        assertThat(stillAfter(Duration.ofDays(1), 0)).isZero();
    }

    @Test
    void aRouterThatRebalancesDoesNot() {
        stillAfter(Duration.ofSeconds(1), 7);
        state.set(KafkaStreams.State.REBALANCING);

        assertThat(stillAfter(Duration.ofSeconds(200), 7)).isZero();
    }
}

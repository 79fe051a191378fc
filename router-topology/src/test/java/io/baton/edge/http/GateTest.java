// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class GateTest {

    private final AtomicLong nanos = new AtomicLong();
    private final RateLimit limit = new RateLimit(2, 5, nanos::get);

    @Test
    void anAddressThatAsksTooMuchIsToldToSlowDownAndAnotherIsNot() {
        for (int i = 0; i < 5; i++) {
            limit.take("10.0.0.1");
        }

        assertThatThrownBy(() -> limit.take("10.0.0.1"))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.reply().headers()).containsEntry("Retry-After", "1"));
        assertThatCode(() -> limit.take("10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void whatWasSpentComesBackWithTime() {
        for (int i = 0; i < 5; i++) {
            limit.take("10.0.0.1");
        }
        nanos.addAndGet(1_000_000_000L);

        limit.take("10.0.0.1");
        limit.take("10.0.0.1");

        assertThatThrownBy(() -> limit.take("10.0.0.1")).isInstanceOf(Problem.class);
    }
}

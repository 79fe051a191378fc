// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.query;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** When an instance is sure that its partitions are its own. */
class LeaseTest {

    private final Map<String, Double> answered = new HashMap<>(Map.of("thread-1", 0.0, "thread-2", 0.0));
    private long nanos;
    private final Lease lease = new Lease(() -> answered, () -> nanos, 10_000);

    private void pass(Duration time, double answers) {
        long end = nanos + time.toNanos();
        answered.replaceAll((client, total) -> total + answers);
        while (nanos < end) {
            nanos += Duration.ofMillis(200).toNanos();
            lease.look();
        }
    }

    private void isSure() {
        assertThatCode(lease::check).doesNotThrowAnyException();
    }

    private void isNotSure() {
        assertThatThrownBy(lease::check).isInstanceOf(NotHereException.class);
    }

    @Test
    void aGroupThatAnswersKeepsIt() {
        for (int i = 0; i < 20; i++) {
            pass(Duration.ofSeconds(3), 1);
            isSure();
        }
    }

    @Test
    void whoWasStoppedIsNotSureBeforeItLooksAndNotBeforeTheGroupHasAnsweredThrice() {
        pass(Duration.ofSeconds(3), 1);
        nanos += Duration.ofSeconds(15).toNanos();
        isNotSure();

        pass(Duration.ofSeconds(1), 1);
        isNotSure();
        pass(Duration.ofSeconds(3), 1);
        isNotSure();
        pass(Duration.ofSeconds(3), 2);
        isSure();
    }

    @Test
    void whoHearsNothingIsNotSureLongBeforeItsSessionIsOver() {
        pass(Duration.ofSeconds(3), 1);
        pass(Duration.ofSeconds(6), 0);
        isNotSure();

        pass(Duration.ofSeconds(3), 4);
        isSure();
    }

    @Test
    void oneSilentThreadIsEnoughUntilItIsReplaced() {
        pass(Duration.ofSeconds(3), 1);
        for (int i = 0; i < 3; i++) {
            answered.merge("thread-1", 1.0, Double::sum);
            pass(Duration.ofSeconds(3), 0);
        }
        isNotSure();

        answered.remove("thread-2");
        answered.put("thread-3", 0.0);
        pass(Duration.ofMillis(200), 0);
        isSure();
    }
}

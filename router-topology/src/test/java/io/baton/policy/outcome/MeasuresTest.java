// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class MeasuresTest {

    @Test
    void theTableNamesWhatReadersRelyOn() {
        assertThat(Arrays.stream(Measures.values()).map(Measures::id))
                .contains(
                        "started",
                        "escalated",
                        "escalation-rate",
                        "resolved",
                        "abandoned",
                        "containment",
                        "automated-turns",
                        "time-to-resolution",
                        "time-to-resolution-p50",
                        "time-to-resolution-p90",
                        "time-to-resolution-p99",
                        "csat")
                .doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @EnumSource
    void everyMeasureIsDefinedInOneSentence(Measures measure) {
        assertThat(measure.definition()).matches("[A-Z].*\\.");
        assertThat(measure.capability()).matches("[A-Z][0-9]{2}");
        assertThat(measure.unit())
                .isIn(
                        "conversations",
                        "escalations",
                        "replies",
                        "turns",
                        "ratio",
                        "seconds",
                        "points",
                        "currency",
                        "per-hour");
        assertThat(measure.channels()).isNotEmpty();
        assertThat(measure.numerator()).isNotEmpty();
        assertThat(measure.denominator().isEmpty()).isEqualTo(measure.form() == Form.COUNT);
        assertThat(measure.source().form()).isNotEqualTo(Form.QUANTILE);
    }
}

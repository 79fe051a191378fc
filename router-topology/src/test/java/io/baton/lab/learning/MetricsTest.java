// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MetricsTest {

    private static final int[] CLASSES = {0, 1};

    @Test
    void figuresOfAHandfulOfDecisions() {
        List<Outcome> outcomes =
                List.of(outcome(0, 0, 0.9), outcome(0, 1, 0.4), outcome(1, 1, 0.2), outcome(1, 1, 0.3));

        Map<String, Double> figures = Metrics.of(outcomes, CLASSES);

        assertThat(figures.get("accuracy")).isEqualTo(0.75);
        assertThat(figures.get("macro precision")).isCloseTo((1 + 2 / 3.0) / 2, within(1e-12));
        assertThat(figures.get("macro recall")).isCloseTo(0.75, within(1e-12));
        assertThat(figures.get("macro F1")).isCloseTo((2 / 3.0 + 0.8) / 2, within(1e-12));
        assertThat(figures.get("AUC of class 0")).isEqualTo(1);
    }

    @Test
    void tiesCountHalfInTheAuc() {
        assertThat(Metrics.auc(List.of(outcome(0, 0, 0.5), outcome(1, 1, 0.5)), 0))
                .isEqualTo(0.5);
    }

    @Test
    void withoutBothSidesThereIsNoAuc() {
        assertThat(Metrics.auc(List.of(outcome(0, 0, 0.5)), 0)).isNaN();
    }

    @Test
    void calibrationErrorIsTheDistanceOfConfidenceFromTruth() {
        List<Outcome> sureAndHalfRight = List.of(outcome(0, 0, 0.95), outcome(1, 0, 0.95));

        assertThat(Metrics.calibrationError(sureAndHalfRight)).isCloseTo(0.45, within(1e-12));
    }

    private static Outcome outcome(int label, int decided, double risk) {
        return new Outcome(0, 1, false, label, decided, new double[] {risk, 1 - risk});
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertTest {

    @ParameterizedTest
    @CsvSource({"1,0.9,0.8,0", "2,0.9,0.8,0", "3,0.9,0.8,0.32", "4,0.9,0.8,0.86", "4,0,0.8,0.32", "4,0.9,0,0.54"})
    void theRiskIsThatOfTwoMessagesInARowOnceMessagesCount(int turn, double before, double now, double risk) {
        assertThat(new Alert(0.5, 3).risk(turn, before, now)).isCloseTo(risk, within(1e-9));
    }

    @Test
    void messagesCountFromOne() {
        assertThatThrownBy(() -> new Alert(0.5, 0)).isInstanceOf(IllegalArgumentException.class);
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OnTimeTest {

    @ParameterizedTest
    @CsvSource({"1,0", "2,1", "3,1", "4,1", "5,0"})
    void anAlertIsOnTimeWithinOneMessageOfABadTurn(int alertAt, int onTime) {
        List<OnTime.Turn> turns = new ArrayList<>();
        for (int turn = 1; turn <= 5; turn++) {
            turns.add(new OnTime.Turn(0, turn, turn == 3 ? 0 : 1, turn == alertAt ? 0.9 : 0.1));
        }

        OnTime found = OnTime.of(turns, 0.5);

        assertThat(found.badTurns()).isEqualTo(1);
        assertThat(found.caught()).isEqualTo(onTime);
        assertThat(found.falseAlerts()).isEqualTo(1 - onTime);
    }

    @Test
    void onlyTheFirstAlertOfAConversationCounts() {
        List<OnTime.Turn> turns =
                List.of(new OnTime.Turn(0, 1, 1, 0.9), new OnTime.Turn(0, 2, 1, 0.9), new OnTime.Turn(0, 3, 0, 0.9));

        assertThat(OnTime.of(turns, 0.5).caught()).isZero();
    }

    @Test
    void theThresholdLetsATenthOfTheConversationsHaveAFalseAlert() {
        List<OnTime.Turn> turns = new ArrayList<>();
        for (int conversation = 0; conversation < 20; conversation++) {
            int label = conversation < 10 ? 1 : 0;
            turns.add(new OnTime.Turn(conversation, 1, label, (conversation % 10) / 10.0));
        }

        OnTime found = OnTime.of(turns, OnTime.threshold(turns));

        assertThat(found.conversations()).isEqualTo(20);
        assertThat(found.falseAlerts()).isEqualTo(2);
        assertThat(found.caught()).isEqualTo(2);
    }

    @Test
    void conversationsWithoutLabelsDoNotCount() {
        OnTime found = OnTime.of(List.of(new OnTime.Turn(0, 1, -1, 0.9)), 0.5);

        assertThat(found.conversations()).isZero();
        assertThat(found.falseShare()).isNaN();
    }

    @Test
    void whereNothingIsBadNothingIsAlerted() {
        assertThat(OnTime.threshold(List.of(new OnTime.Turn(0, 1, 1, 0.9)))).isEqualTo(1);
    }
}

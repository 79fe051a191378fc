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

        assertThat(found.bad()).isEqualTo(1);
        assertThat(found.onTime()).isEqualTo(onTime);
        assertThat(found.calm()).isZero();
    }

    @Test
    void onlyTheFirstAlertOfAConversationCounts() {
        List<OnTime.Turn> turns = List.of(
                new OnTime.Turn(0, 1, 1, 0.9), new OnTime.Turn(0, 2, 1, 0.9), new OnTime.Turn(0, 3, 0, 0.9));

        assertThat(OnTime.of(turns, 0.5).onTime()).isZero();
    }

    @Test
    void theThresholdLetsATenthOfTheCalmConversationsThrough() {
        List<OnTime.Turn> turns = new ArrayList<>();
        for (int conversation = 0; conversation < 20; conversation++) {
            turns.add(new OnTime.Turn(conversation, 1, 1, conversation / 20.0));
        }

        OnTime found = OnTime.of(turns, OnTime.threshold(turns));

        assertThat(found.calm()).isEqualTo(20);
        assertThat(found.falseAlerts()).isEqualTo(2);
    }

    @Test
    void withoutCalmConversationsNothingIsAlerted() {
        assertThat(OnTime.threshold(List.of(new OnTime.Turn(0, 1, 0, 0.9)))).isEqualTo(1);
    }
}

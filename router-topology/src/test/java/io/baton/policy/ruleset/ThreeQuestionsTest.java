// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ThreeQuestionsTest {

    @ParameterizedTest(name = "repeatable {0}, judgement {1}, one answer {2}: tier {3}")
    @Tag("R05")
    @CsvSource({
        "true, false, true, 1",
        "true, false, false, 2",
        "false, false, true, 2",
        "false, false, false, 2",
        "true, true, true, 3",
        "false, true, false, 3"
    })
    void onlyYesNoAndYesIsAutomated(boolean repeatable, boolean judgement, boolean singleAnswer, int tier) {
        assertThat(new ThreeQuestions(repeatable, judgement, singleAnswer).tier())
                .isEqualTo(tier);
    }
}

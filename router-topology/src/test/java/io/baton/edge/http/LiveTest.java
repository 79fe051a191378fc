// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveTest {

    @ParameterizedTest
    @CsvSource({"0, 200", "1, 200", "50, 200", "100, 400", "200, 800", "1000, 1000"})
    void theMoreLookOnTheLongerChangesAreGatheredAndNeverMoreThanASecond(int viewers, long millis) {
        assertThat(Live.gatherMillis(viewers)).isEqualTo(millis);
    }
}

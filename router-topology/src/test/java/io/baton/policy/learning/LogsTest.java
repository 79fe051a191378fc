// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogsTest {

    @Test
    void areThoseOfJavaToTheBitAlsoBeyondWhatIsLookedUp() {
        for (int n = -1; n <= Short.MAX_VALUE; n++) {
            assertThat(Logs.log1p(n)).isEqualTo(Math.log1p(n));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

class CompilerThreadsTest {

    @Test
    @EnabledOnOs(OS.LINUX)
    void compilersOfThisMachineHaveTakenTimeAndNeverTakeItBack() {
        CompilerThreads compilers = new CompilerThreads(ProcessHandle.current().pid());
        OptionalLong first = compilers.nanos();
        OptionalLong second = compilers.nanos();

        assertThat(first).isPresent();
        assertThat(first.getAsLong()).isPositive();
        assertThat(second.getAsLong()).isGreaterThanOrEqualTo(first.getAsLong());
    }

    @Test
    void ofAProcessThatIsNotThereNothingIsSaid() {
        assertThat(new CompilerThreads(Long.MAX_VALUE).nanos()).isEmpty();
    }
}

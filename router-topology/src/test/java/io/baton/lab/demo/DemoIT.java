// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.demo;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.runtime.ChosenPolicy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DemoIT {

    @Test
    void demoSaysWhatItIsShowsDecisionsAndEndsByItself() throws InterruptedException {
        List<String> said = Collections.synchronizedList(new ArrayList<>());
        Demo demo = new Demo(
                new Demo.Options(60, Optional.of(Duration.ofSeconds(12)), 0, 0, ChosenPolicy.of(Optional.empty())),
                said::add);

        demo.run();

        assertThat(said)
                .anyMatch(line -> line.contains("made up"))
                .anyMatch(line -> line.contains("127.0.0.1:"))
                .anyMatch(line -> line.contains("the assistant answers"))
                .anyMatch(line -> line.contains("handed over to"))
                .anyMatch(line -> line.startsWith("decisions"))
                .noneMatch(line -> line.contains("was refused"));
    }
}

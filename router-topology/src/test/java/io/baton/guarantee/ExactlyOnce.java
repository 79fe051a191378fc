// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.names.Topics;
import java.time.Duration;
import java.util.Set;

/** What routers owe a load, whatever happened to them meanwhile: each event counted, each handover and each outcome once. */
final class ExactlyOnce {

    private ExactlyOnce() {}

    /** Waits for all that has to come, and a while for what must not. */
    static void check(SteadyLoad load, String bootstrap, Topics topics, String registry) {
        Set<String> asked = load.asked();
        Set<String> resolved = load.resolved();
        int all = load.conversations();
        try (CommittedOutputs outputs = new CommittedOutputs(bootstrap, topics, registry)) {
            outputs.await(() -> outputs.outcomes().keySet().containsAll(resolved)
                    && outputs.escalated().containsAll(asked)
                    && outputs.sum("started") >= all
                    && outputs.sum("resolved") >= resolved.size());
            outputs.awaitMore(Duration.ofSeconds(5));

            assertThat(outputs.escalated()).containsExactlyElementsOf(asked);
            assertThat(outputs.escalationIds()).doesNotHaveDuplicates();
            assertThat(outputs.outcomeIds()).doesNotHaveDuplicates();
            assertThat(outputs.outcomes().keySet()).containsExactlyElementsOf(resolved);
            assertThat(outputs.outcomes().values()).allSatisfy(outcome -> {
                assertThat(outcome.getCustomerTurns()).isEqualTo(3);
                assertThat(outcome.getAssistantTurns()).isEqualTo(3);
            });
            assertThat(outputs.sum("started")).isEqualTo(all);
            assertThat(outputs.sum("escalated")).isEqualTo(asked.size());
            assertThat(outputs.sum("resolved")).isEqualTo(resolved.size());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bench.events.Flavour;
import io.baton.bench.events.Generator;
import io.baton.event.ConversationStarted;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import org.junit.jupiter.api.Test;

class LargePolicyTest {

    private final String document = LargePolicy.document();
    private final Parsed parsed = PolicyFile.parse(document, "large.yaml");

    @Test
    void isValidAndAsLargeAsItsNamesSay() {
        Ruleset rules = rules();

        assertThat(rules.categories()).hasSize(LargePolicy.CATEGORIES);
        assertThat(rules.segments()).hasSize(LargePolicy.SEGMENTS);
        long ofTurns = rules.hardTriggers().size()
                + rules.segments().stream().filter(one -> one.when() != null).count()
                + rules.routes().stream().filter(one -> one.when() != null).count();
        assertThat(ofTurns).isEqualTo(LargePolicy.CONDITIONS);
    }

    @Test
    void knowsEveryCategoryThatConversationsAreStartedWith() {
        Generator generator = Generator.ofRecorded(Flavour.GIVEN, 1, 500).splitCategories(LargePolicy.SPLIT);
        for (int i = 0; i < 5_000; i++) {
            if (generator.next().getData() instanceof ConversationStarted started) {
                assertThat(rules().categories()).containsKey(started.getCategory());
            }
        }
    }

    private Ruleset rules() {
        assertThat(parsed).isInstanceOf(Parsed.Valid.class);
        return ((Parsed.Valid) parsed).ruleset();
    }
}

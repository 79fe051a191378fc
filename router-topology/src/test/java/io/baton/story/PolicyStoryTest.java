// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policyfile.DefaultPolicy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A policy is replaced while the router runs. */
class PolicyStoryTest {

    private final Story story = new Story();

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void aLivePolicyTakesEffectWithTheNextEventAndDecisionsNameIt() {
        String before = story.rulebook.ruleset().hash();
        String document = DefaultPolicy.document() + "\n# another edition\n";

        Publication.send(story, "LIVE", document);
        story.conversation("c-1").starts("how-to").customerSays("Hi").asksForHuman();

        assertThat(story.rulebook.ruleset().hash()).isNotEqualTo(before);
        assertThat(story.decisions())
                .last()
                .satisfies(decision -> assertThat(decision.getPolicyHash())
                        .isEqualTo(story.rulebook.ruleset().hash()));
    }

    @Test
    void aDraftAndAnInvalidPolicyChangeNothing() {
        String before = story.rulebook.ruleset().hash();

        Publication.send(story, "DRAFT", DefaultPolicy.document() + "\n# draft\n");
        Publication.send(story, "LIVE", "categories: 17");

        assertThat(story.rulebook.ruleset().hash()).isEqualTo(before);
    }
}

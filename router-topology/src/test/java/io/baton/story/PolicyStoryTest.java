// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policyfile.DefaultPolicy;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
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

        publish("LIVE", document);
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

        publish("DRAFT", DefaultPolicy.document() + "\n# draft\n");
        publish("LIVE", "categories: 17");

        assertThat(story.rulebook.ruleset().hash()).isEqualTo(before);
    }

    private void publish(String state, String document) {
        Map<String, Object> data = Map.of(
                "name",
                "main",
                "version",
                "2",
                "hash",
                hash(document),
                "state",
                state,
                "document",
                document,
                "publishedAt",
                story.now().toString());
        String event =
                Story.event("r-" + document.hashCode(), "policy.ruleset-published", "main", "main", story.now(), data);
        story.send(
                story.topics.policyRulesets(),
                new TestRecord<>("main".getBytes(UTF_8), event.getBytes(UTF_8), story.now()));
    }

    private static String hash(String document) {
        return PolicyFile.parse(document, "main") instanceof Parsed.Valid valid
                ? valid.ruleset().hash()
                : "none";
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;

/** A policy document on its way to a running router, as whoever owns it publishes it. */
final class Publication {

    private Publication() {}

    /** Publishes a valid document, a second later than now, and sees that the router goes by it. */
    static void live(Story story, String document) {
        story.after(1);
        send(story, "LIVE", document);
        assertThat(story.rulebook.ruleset().hash()).isEqualTo(hash(document));
    }

    /** Publishes any document. */
    static void send(Story story, String state, String document) {
        String hash = hash(document);
        Map<String, Object> data = Map.of(
                "name",
                "main",
                "version",
                "2",
                "hash",
                hash,
                "state",
                state,
                "document",
                document,
                "publishedAt",
                story.now().toString());
        String id = "r-" + document.hashCode();
        String event = Story.event(id, "policy.ruleset-published", "main", "main", story.now(), data);
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

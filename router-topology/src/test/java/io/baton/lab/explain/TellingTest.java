// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.explain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.policyfile.DefaultPolicy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was decided stands below what led to it. */
class TellingTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Telling telling = new Telling("c-1", DefaultPolicy.ruleset(), 100);

    @Test
    void aTurnIsFollowedByItsDecisionWithSignalsAndWhatWouldHaveTurnedIt() throws Exception {
        List<String> lines = telling.tell(
                List.of(event("e-1", "customer-message", "09:00:05", "Still   not\nworking!")),
                List.of(decision("e-1", "09:00:05.000", "score", true)));

        assertThat(lines.get(2)).isEqualTo("09:00:05  customer   Still not working!");
        assertThat(lines.get(3))
                .contains("=> HANDED OVER, HUMAN, tier 1")
                .contains("[rule score, segment self-service");
        assertThat(String.join("\n", lines))
                .contains("Two signals align.")
                .contains("score 1.03 of 1.00, 2 of 2 aligned; re-prompts 2 (limit 2) +0.60")
                .contains("With a threshold of 1.04");
        assertThat(lines).allMatch(line -> line.length() <= 100);
    }

    @Test
    void whatTimeDidStandsBetweenTheTurnsAndATurnWithoutADecisionStays() throws Exception {
        List<String> lines = telling.tell(
                List.of(
                        event("e-1", "customer-message", "09:00:05", "Hello"),
                        event("e-2", "customer-message", "09:05:00", "Hello?")),
                List.of(
                        decision("e-1", "09:00:05.000", "none", false),
                        decision("timer:too-long", "09:01:35.000", "none", false)));

        assertThat(lines.get(3)).contains("stays HUMAN");
        assertThat(String.join("\n", lines)).containsSubsequence("Hello", "(time: too-long)", "Hello?");
    }

    private static JsonNode event(String id, String type, String time, String text) throws Exception {
        return JSON.readTree("{\"id\":\"" + id + "\",\"type\":\"conversation." + type
                + "\",\"subject\":\"c-1\",\"time\":\"2026-03-02T" + time + "Z\",\"data\":"
                + JSON.writeValueAsString(java.util.Map.of("text", text)) + "}");
    }

    private static JsonNode decision(String trigger, String time, String rule, boolean escalate) throws Exception {
        return JSON.readTree("""
                {"conversationId":"c-1","triggeredBy":"%s","decidedAt":"2026-03-02T%sZ","rule":"%s","escalate":%s,"path":"HUMAN",
                 "tier":1,"owner":"WAITING_FOR_HUMAN","segment":"self-service","category":"how-to","score":1.03,"threshold":1.0,
                 "aligned":2,"required":2,"explanation":"Two signals align.",
                 "signals":[{"signal":"re-prompts","value":2,"threshold":2,"weight":0.6,"strength":1,"hard":false}],
                 "flip":{"text":"With a threshold of 1.04 instead of 1, not."}}
                """.formatted(trigger, time, rule, escalate));
    }
}

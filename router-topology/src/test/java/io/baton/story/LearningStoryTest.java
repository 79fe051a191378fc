// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.ConversationDecision;
import io.baton.event.PolicyProposal;
import io.baton.event.TextModelPublished;
import io.baton.names.Stores;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policyfile.DefaultPolicy;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A router learns from its own surveys, corrections and reviews, and a person decides what becomes of it. */
@Tag("L05")
@Tag("L11")
class LearningStoryTest {

    private static final String LEARNING =
            "{use: shipped, version: 0, learning: {mode: propose, every: 1m, atLeast: 24, trust: 5}}";

    private final Story story = new Story(policy(LEARNING), true);

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    void labelsLeadToAVersionAndAProposalAndNothingIsDecidedOtherwiseBeforeThePolicyNamesIt() {
        live(24);

        TextModelPublished version = only(story.textModels());
        PolicyProposal proposal = only(story.proposals());
        assertThat(version.getVersion()).isEqualTo(24);
        assertThat(version.getBySource()).containsOnlyKeys("survey", "correction", "escalation", "qa");
        assertThat(proposal.getFrom()).isEqualTo("textModel.version: 0");
        assertThat(proposal.getTo()).isEqualTo("textModel.version: 24");
        assertThat(modelOf("before")).startsWith("shipped version 0 ");

        publish(LEARNING.replace("version: 0", "version: 24"));
        assertThat(modelOf("after"))
                .isEqualTo("shipped version 24 " + version.getHash().substring(0, 12));

        publish(LEARNING.replace("trust: 5", "trust: 5.0"));
        assertThat(modelOf("back")).startsWith("shipped version 0 ");
    }

    @Test
    void aConversationThatBeganBeforeKeepsItsModel() {
        story.conversation("long").starts("how-to").customerSays("Where is my report?");
        live(24);
        publish(LEARNING.replace("version: 0", "version: 24"));

        story.conversation("long").customerSays("Still nothing");

        assertThat(last("long").getTextModel()).startsWith("shipped version 0 ");
    }

    @Test
    void whereThePolicyTakesTheNewestItIsInForceAtOnce() {
        publish(LEARNING.replace("version: 0", "version: latest"));
        live(24);

        assertThat(story.proposals()).isEmpty();
        assertThat(modelOf("next")).startsWith("shipped version 24 ");
    }

    @Test
    void aVersionThatCannotBeReadIsLeftOut() {
        story.send(
                story.topics.textModels(),
                new TestRecord<>("shipped/1".getBytes(UTF_8), "no version".getBytes(UTF_8), story.now()));
        publish(LEARNING.replace("version: 0", "version: latest"));

        assertThat(modelOf("next")).startsWith("shipped version 0 ");
    }

    @Test
    void whereLearningIsOffNoLabelIsKept() {
        publish("{use: shipped}");
        live(24);

        assertThat(story.textModels()).isEmpty();
        assertThat(story.stored()).noneMatch(entry -> entry.startsWith(Stores.TEXT_LABELS));
    }

    @Test
    void anErasedCustomersLabelsAreForgotten() {
        live(8);
        assertThat(labelsOf("cust-of-c-4")).isNotZero();

        story.send(
                story.topics.conversationEvents(),
                "customer.erasure-requested",
                "cust-of-c-4",
                "cust-of-c-4",
                Map.of());

        assertThat(labelsOf("cust-of-c-4")).isZero();
        assertThat(labelsOf("cust-of-c-0")).isNotZero();
    }

    /** Conversations of four kinds: a content survey, a corrected reply, an escalation that was needed, a missed escalation. */
    private void live(int count) {
        for (int i = 0; i < count; i++) {
            Conversation c = story.conversation("c-" + i).starts("how-to");
            switch (i % 4) {
                case 0 ->
                    c.customerSays("Where is the export?")
                            .assistantSays("Reports, then Export.", 0.95)
                            .customerSays("found it, merci")
                            .isResolvedBy("assistant")
                            .surveyed(5);
                case 1 -> {
                    c.customerSays("Where is the export?").assistantSays("Press the red button.", 0.95);
                    String reply = story.lastEventId();
                    c.customerSays("there is no red button on that page")
                            .tell(
                                    "conversation.reply-corrected",
                                    Map.of("replyId", reply, "reason", "inaccurate", "agentId", "a-1"));
                }
                case 2 ->
                    c.customerSays("there is no button on that page")
                            .asksForHuman()
                            .tell(
                                    "conversation.escalation-reviewed",
                                    Map.of("escalationId", "c-" + i + "/1", "verdict", "needed", "agentId", "a-1"));
                default ->
                    c.customerSays("How do I rename a board?")
                            .assistantSays("Open it and choose Rename.", 0.95)
                            .customerSays("and the colour of it?")
                            .tell("conversation.qa-reviewed", Map.of("shouldHaveEscalated", false, "reviewer", "r-1"));
            }
            story.after(10);
        }
    }

    private long labelsOf(String customer) {
        return story.stored().stream()
                .filter(entry -> entry.startsWith(Stores.TEXT_LABELS + " ") && entry.contains(customer + "\""))
                .count();
    }

    private String modelOf(String conversation) {
        story.conversation(conversation).starts("how-to").customerSays("Hello there");
        return last(conversation).getTextModel();
    }

    private ConversationDecision last(String conversation) {
        List<ConversationDecision> all = story.decisions().stream()
                .filter(decision -> decision.getConversationId().equals(conversation))
                .toList();
        return all.get(all.size() - 1);
    }

    private static <T> T only(List<T> all) {
        assertThat(all).hasSize(1);
        return all.get(0);
    }

    private void publish(String section) {
        Publication.live(story, document(section));
    }

    private static Ruleset policy(String section) {
        return ((Parsed.Valid) PolicyFile.parse(document(section), "p")).ruleset();
    }

    private static String document(String section) {
        return DefaultPolicy.document().replaceFirst("(?m)^textModel:\n  use: words\n", "textModel: " + section + "\n");
    }
}

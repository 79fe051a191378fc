// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.baton.event.AssistantCommand;
import io.baton.event.Command;
import io.baton.event.EscalationRaised;
import io.baton.policy.routing.Ladders;
import io.baton.policy.ruleset.LadderRule;
import io.baton.policy.ruleset.QueueRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policyfile.DefaultPolicy;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What happens while nobody takes an escalation, through the whole topology. */
class LadderStoryTest {

    private final Story story = new Story();

    @AfterEach
    void close() {
        story.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"standard", "high-touch", "crisis"})
    @Tag("R21")
    void everyLadderOfTheDefaultPolicyIsClimbedToItsEndWithNobodyOnLine(String queue) {
        QueueRule rule = DefaultPolicy.ruleset().queues().get(queue);
        List<LadderRule.Step> steps =
                DefaultPolicy.ruleset().ladders().get(rule.ladder()).steps();
        story.agents(queue, 0, 0);
        escalatesTo(queue);

        story.after(steps.get(steps.size() - 1).afterSeconds() + 5);

        List<EscalationRaised> revisions = revisions();
        assertThat(revisions).extracting(EscalationRaised::getUpdate).containsExactlyElementsOf(expected(steps));
        assertThat(revisions).extracting(EscalationRaised::getEscalationId).containsOnly("c-1/1");
        Instant raised = revisions.get(0).getEscalatedAt();
        for (int i = 0; i < steps.size(); i++) {
            assertThat(revisions.get(i + 1).getRevision()).isEqualTo(i + 2);
            assertThat(revisions.get(i + 1).getEscalatedAt()).isEqualTo(raised);
            assertThat(revisions.get(i + 1).getUpdatedAt())
                    .isEqualTo(raised.plusSeconds(steps.get(i).afterSeconds()));
        }
        assertThat(revisions.get(steps.size()).getAsynchronous()).isTrue();
    }

    /** A holiday after a weekend: more than three days until the target, and nobody has given up. */
    @Test
    @Tag("R21")
    void whoWaitsForAHumanIsNotCalledAbandonedBeforeTheTarget() {
        story.passTo(Instant.parse("2026-05-22T20:49:00Z"));
        story.conversation("c-1").starts("how-to").customerSays("How?").asksForHuman();
        assertThat(story.queue("standard"))
                .singleElement()
                .satisfies(packet -> assertThat(packet.getDueAt())
                        .isBetween(Instant.parse("2026-05-26T12:19:00Z"), Instant.parse("2026-05-26T12:20:00Z")));

        story.passTo(Instant.parse("2026-05-26T12:00:00Z"));
        assertThat(story.outcomes()).isEmpty();

        story.passTo(Instant.parse("2026-05-29T12:30:00Z"));
        assertThat(story.outcomes()).isNotEmpty();
    }

    @Test
    void anEscalationThatIsTakenClimbsNoFurther() {
        story.agents("standard", 0, 0);
        Conversation conversation =
                story.conversation("c-1").starts("how-to").customerSays("How?").asksForHuman();
        story.after(11 * 60);
        conversation.agentJoins("agent-1");

        story.after(3 * 3600);

        assertThat(revisions()).extracting(EscalationRaised::getRevision).containsExactly(1, 2);
    }

    @Test
    void overflowTellsBothQueues() {
        story.agents("standard", 0, 0);
        escalatesTo("standard");

        story.after(46 * 60);

        EscalationRaised there = last(story.queue("high-touch"));
        assertThat(there)
                .returns("high-touch", EscalationRaised::getQueue)
                .returns("standard", EscalationRaised::getPreviousQueue)
                .returns(4, EscalationRaised::getRevision);
        assertThat(last(story.queue("standard"))).isEqualTo(there);
    }

    @Test
    void aFreeSeatIsBelievedUntilTheTargetAndNoLonger() {
        story.agents("standard", 3, 2);
        escalatesTo("standard");
        Instant due = revisions().get(0).getDueAt();

        story.after(Duration.between(story.now(), due).toSeconds() - 5);
        assertThat(revisions()).hasSize(1);
        story.after(10);

        assertThat(revisions().get(1).getUpdatedAt()).isEqualTo(due);
        assertThat(revisions()).extracting(EscalationRaised::getUpdate).contains("tell-expectation", "call-back");
    }

    @Test
    void aStepThatWasHeldIsTakenWhenTheLastSeatGoes() {
        story.agents("standard", 3, 2);
        escalatesTo("standard");
        story.after(12 * 60);
        assertThat(revisions()).hasSize(1);

        story.agents("standard", 3, 0);

        assertThat(revisions())
                .extracting(EscalationRaised::getUpdate, EscalationRaised::getAgentsFree)
                .containsExactly(tuple(null, 2), tuple("tell-expectation", 0));
    }

    @Test
    void withoutAnyReportOfAvailabilityThereIsNoLadder() {
        escalatesTo("standard");

        story.after(3 * 3600);

        assertThat(revisions()).hasSize(1);
    }

    @Test
    void unlessThePolicyTakesSilenceForAbsence() {
        String document = DefaultPolicy.document().replace("silenceIsAbsence: false", "silenceIsAbsence: true");
        Ruleset policy = ((Parsed.Valid) PolicyFile.parse(document, "default.yaml")).ruleset();
        try (Story silent = new Story(policy, false)) {
            silent.conversation("c-1").starts("how-to").customerSays("How?").asksForHuman();

            silent.after(3 * 3600);

            assertThat(silent.queue("standard")).hasSize(4);
            assertThat(silent.queue("high-touch"))
                    .extracting(EscalationRaised::getUpdate)
                    .containsExactly("overflow", "call-back");
        }
    }

    @Test
    void aSurveyOrALateMessageBetweenTwoStepsChangesNothingOfTheLadder() {
        story.agents("standard", 0, 0);
        Conversation conversation =
                story.conversation("c-1").starts("how-to").customerSays("How?").asksForHuman();
        story.after(11 * 60);
        conversation.customerSays("Is anybody there?");
        String late = Story.event(
                "late-1",
                "conversation.customer-message",
                "c-1",
                "cust-of-c-1",
                story.now().minusSeconds(5 * 60),
                Map.of("text", "Hello?"));
        story.send(story.topics.conversationEvents(), late);

        story.after(3 * 3600);

        assertThat(revisions())
                .extracting(EscalationRaised::getUpdate)
                .containsExactly(null, "tell-expectation", "raise-priority", "overflow", "call-back");
        assertThat(last(revisions()).getTranscript()).hasSize(3);
    }

    @Test
    void onRecoveryTheOldestWithinPriorityIsToldFirst() {
        story.agents("standard", 0, 0);
        story.conversation("c-young").starts("how-to").after(5);
        for (String id : List.of("c-old", "c-middle", "c-young")) {
            story.conversation(id).customerSays("How?").asksForHuman();
        }
        story.conversation("c-urgent")
                .starts("billing-question")
                .customerSays("It is about 700 dollars")
                .tell("conversation.customer-message", Map.of("text", "Why?", "amount", 700));
        story.agents("high-touch", 0, 0);
        story.after(60);

        story.agents("standard", 2, 2);

        assertThat(story.queue("standard").stream()
                        .filter(packet -> "agents-back".equals(packet.getUpdate()))
                        .map(EscalationRaised::getConversationId))
                .containsExactly("c-old", "c-middle", "c-young");
    }

    @Test
    void whatHasOverflowedGoesHomeWhenOnlyThoseAreBackWhomItWasRaisedTo() {
        story.agents("standard", 0, 0).agents("high-touch", 2, 0);
        escalatesTo("standard");
        story.after(46 * 60);

        story.agents("standard", 1, 1);

        assertThat(last(story.queue("standard")))
                .isEqualTo(last(story.queue("high-touch")))
                .returns("agents-back", EscalationRaised::getUpdate)
                .returns("standard", EscalationRaised::getQueue)
                .returns("high-touch", EscalationRaised::getPreviousQueue);
    }

    @Test
    @Tag("H16")
    void whoAsksShortlyBeforeClosingIsToldThatItWillBeMonday() {
        story.passTo(Instant.parse("2026-03-06T21:40:00Z"));
        escalatesTo("standard");

        assertThat(revisions().get(0).getDueAt()).isAfter(Instant.parse("2026-03-09T12:00:00Z"));
        assertThat(revisions().get(0).getCustomerMessage())
                .contains("closes before your turn")
                .contains("answers by Monday, 9 March at 08:10");
    }

    @Test
    @Tag("H16")
    void theCustomerIsToldTheTruthByReason() {
        story.agents("standard", 0, 0);
        escalatesTo("standard");
        assertThat(revisions().get(0).getCustomerMessage())
                .contains("opens Monday, 2 March at 08:00")
                .contains("answers by Monday, 2 March at 08:30");
        assertThat(told()).containsExactly(revisions().get(0).getCustomerMessage());

        story.after(10 * 60 + 5);

        assertThat(told()).hasSize(2);
        assertThat(told().get(1))
                .isEqualTo(revisions().get(1).getCustomerMessage())
                .contains("08:30");
        assertThat(last(story.commands()))
                .returns(Command.SILENCE, AssistantCommand::getCommand)
                .returns("ladder:tell-expectation", AssistantCommand::getReason);
    }

    @Test
    void availabilityOfAnUnknownQueueRaisesOneAlertAndChangesNothing() {
        story.agents("standrad", 0, 0).agents("standrad", 1, 0);
        escalatesTo("standard");
        story.after(3600);

        assertThat(story.alerts()).hasSize(1);
        assertThat(story.alerts().get(0).getText()).contains("standrad").contains("standard");
        assertThat(revisions()).hasSize(1);
    }

    @Test
    @Tag("M23")
    @Tag("R23")
    void figuresSayWhoWaitsInWhichQueueAndHowLong() {
        story.agents("standard", 0, 0);
        Conversation first =
                story.conversation("c-1").starts("how-to").customerSays("How?").asksForHuman();
        story.conversation("c-2").starts("how-to").customerSays("How?").asksForHuman();
        story.after(60);
        assertThat(sum("waiting.standard")).isEqualTo(2);

        story.after(46 * 60);
        assertThat(sum("waiting.standard")).isZero();
        assertThat(sum("waiting.high-touch")).isEqualTo(2);

        first.agentJoins("agent-1").agentSays("agent-1", "What is the problem?");
        story.after(5);

        assertThat(sum("waiting.high-touch")).isEqualTo(1);
        assertThat(sum("queue-wait.high-touch")).isBetween(47.0 * 60, 48.0 * 60);
        assertThat(sum("re-asked.high-touch")).isEqualTo(1);
        assertThat(sum("within-target.high-touch")).isEqualTo(1); // the target is counted from the opening at 08:00
    }

    /** Numerators of a figure, over the last revision of each hour of the channel in which it began. */
    private double sum(String figure) {
        Map<String, Double> rows = new java.util.TreeMap<>();
        for (var window : story.metrics("automated")) {
            var measure = window.getMeasures().get(figure);
            if (window.getGrain() == io.baton.event.Grain.HOUR && measure != null) {
                rows.put(
                        window.getWindow().getStart() + window.getCategory() + window.getSegment(),
                        measure.getNumerator());
            }
        }
        return rows.values().stream().mapToDouble(n -> n).sum();
    }

    private void escalatesTo(String queue) {
        Conversation conversation = story.conversation("c-1");
        switch (queue) {
            case "standard" ->
                conversation.starts("how-to").customerSays("How?").asksForHuman();
            case "high-touch" -> conversation.starts("contract-legal").customerSays("Which clause?");
            default -> conversation.starts("data-loss").customerSays("Everything is gone.");
        }
        assertThat(story.queue(queue)).hasSize(1);
    }

    private static List<String> expected(List<LadderRule.Step> steps) {
        List<String> expected = new java.util.ArrayList<>();
        expected.add(null);
        steps.forEach(step -> expected.add(Ladders.name(step.action())));
        return expected;
    }

    /** What the customer was told, by the assistant's commands. */
    private List<String> told() {
        return story.commands().stream()
                .map(AssistantCommand::getText)
                .filter(text -> text != null)
                .toList();
    }

    /** Each revision once, whatever topics it is on. */
    private List<EscalationRaised> revisions() {
        Set<Integer> seen = new TreeSet<>();
        return story.escalations("c-1").stream()
                .sorted(java.util.Comparator.comparing(EscalationRaised::getRevision))
                .filter(packet -> seen.add(packet.getRevision()))
                .toList();
    }

    private static <T> T last(List<T> list) {
        return list.get(list.size() - 1);
    }
}

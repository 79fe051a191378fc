// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the journal of a conversation says about its course, beyond what its state remembers. A function of the journal and of
 * the moment at which the conversation ended; read at the end and whenever something about an ended conversation changes,
 * never at an ordinary turn.
 *
 * @param clocks whose time it was
 * @param answers how fast it was answered
 * @param confidence what the assistant thought of its replies
 * @param firstCategory first category that anybody named; null = none
 * @param variant variant of the assistant's last reply that names one; null = none
 * @param triedBefore replies of the assistant before the first escalation; -1 = there was none
 * @param drafts messages of agents that sent a draft of the assistant
 * @param kept those of them that were sent as they were
 * @param changed those of them that were changed before; of the others nobody says
 * @param agentMessages messages of agents
 * @param corrections replies that agents marked as wrong, by reason
 * @param qa what reviewers say
 * @param escalations those that left the router, with what agents say about them, in the order of their episodes
 * @param moves what the account did: kind and times
 * @param resolutions codes of resolutions, by the time at which they were reported
 * @param unknown which of {@link #CONTEXT} was not known when the conversation began
 * @param gaps what was not known at each hand-over, in event order
 */
public record Course(
        Clocks clocks,
        Answers answers,
        Confidence confidence,
        @Nullable String firstCategory,
        @Nullable String variant,
        int triedBefore,
        int drafts,
        int kept,
        int changed,
        int agentMessages,
        Map<String, Integer> corrections,
        Qa qa,
        List<Escalation> escalations,
        Map<String, List<Long>> moves,
        Map<Long, String> resolutions,
        List<String> unknown,
        List<Gap> gaps) {

    /** What should be known when a conversation begins: by its start, its first message and the customer's journey (R22). */
    public static final List<String> CONTEXT = List.of("page", "category", "language", "account");

    /** What a hand-over should pass on (H15): what was said and tried, by whom, about what, and from where. */
    public static final List<String> PASSED_ON =
            List.of("history", "attempts", "identity", "account", "category", "language", "page");

    private static final Clocks NO_TIME = new Clocks(0, 0, 0, 0, 0);
    private static final Answers NO_ANSWERS = new Answers(-1, 0, 0);

    /** Of a conversation that has not ended and of which nobody has said anything. */
    static final Course NOTHING = of(new AfterwardsReader());

    /** Of a conversation that has not ended. */
    static Course of(AfterwardsReader afterwards) {
        return new Course(
                NO_TIME,
                NO_ANSWERS,
                Confidence.NONE,
                null,
                null,
                -1,
                0,
                0,
                0,
                0,
                afterwards.corrections(),
                afterwards.qa(),
                afterwards.escalations(),
                afterwards.moves(),
                afterwards.resolutions(),
                CONTEXT,
                List.of());
    }

    /** Milliseconds in which somebody held the conversation; the last two count opening hours only. */
    public record Clocks(long assistant, long queue, long human, long queueOpen, long humanOpen) {}

    /**
     * Replies to a customer who was waiting for one.
     *
     * @param first milliseconds to the first of them; -1 = none
     * @param sum milliseconds over all of them
     */
    public record Answers(long first, long sum, int count) {}

    /**
     * Confidence in ten-thousandths.
     *
     * @param tenths those that were reported, the lowest first
     */
    public record Confidence(long sum, int count, List<Tenth> tenths) {

        static final Confidence NONE = new Confidence(0, 0, List.of());
    }

    /**
     * Replies that reported 0 to below 0.1, 0.1 to below 0.2, … 0.9 to 1.
     *
     * @param tenth 0 to 9
     * @param replies how many of them there are
     * @param sent the same without drafts: what customers have read
     * @param stated what those that were sent reported, added up
     */
    public record Tenth(int tenth, int replies, int sent, long stated) {}

    /** Rubric of a review, 1 to 5 each; null = not judged. The last word on each counts. */
    public record Qa(
            @Nullable Integer intentAccuracy,
            @Nullable Integer policyCompliance,
            @Nullable Integer tone,
            @Nullable Integer escalationTiming,
            @Nullable Boolean shouldHaveEscalated) {

        static final Qa NONE = new Qa(null, null, null, null, null);
    }

    /**
     * An escalation that has left the router.
     *
     * @param rule the rule that fired; empty in entries of releases that did not write it
     * @param signals ids of the signals that carried it
     * @param verdict what an agent says about it; null = nothing
     * @param contextScore how an agent rates its packet, 1 to 5; null = not rated
     */
    public record Escalation(
            long at,
            String rule,
            List<String> signals,
            @Nullable String verdict,
            @Nullable Integer contextScore) {

        /** Whether it was right to make; a late one was. */
        public boolean needed() {
            return !"not-needed".equals(verdict);
        }
    }

    /**
     * What a hand-over could not pass on.
     *
     * @param rule the rule that fired
     * @param unknown which of {@link #PASSED_ON} nobody had said by then
     */
    public record Gap(String rule, List<String> unknown) {}

    /** Mean confidence, 0 to 1; null where none was reported. */
    @Nullable
    Double meanConfidence() {
        return confidence.count() == 0 ? null : confidence.sum() / 10_000.0 / confidence.count();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Channel;
import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.state.ConversationState;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What outcomes and figures depend on in the state of a conversation, copied before a turn writes on that state.
 *
 * @param startedAt when it began, epoch milliseconds
 * @param startPath path it began on
 * @param category issue category; null = not known
 * @param segment customer segment
 * @param workedBy who has done the work so far; the label of the conversation once {@link #ending} is there (M01)
 * @param turns messages so far
 * @param handover escalations so far
 * @param ending how it ended; null while it is open
 * @param survey what the customer said about it
 * @param takenBack resolutions that did not hold, three numbers each as in the state
 * @param shell whether nothing but what is said afterwards has been seen of it: a survey for a conversation nobody knows
 * @param lastAt time of the last event, epoch milliseconds
 * @param revision revision of the last outcome that was written; 0 = none
 * @param back what other conversations of the customer say about it
 * @param later what its journal says; null where nothing depends on that yet
 */
public record OutcomeView(
        long startedAt,
        Path startPath,
        @Nullable String category,
        String segment,
        Channel workedBy,
        Turns turns,
        Handover handover,
        @Nullable Ending ending,
        Survey survey,
        List<Long> takenBack,
        boolean shell,
        long lastAt,
        int revision,
        Back back,
        @Nullable Later later) {

    /**
     * How the conversation stands among the others about the same issue.
     *
     * @param returnedAt when the customer came back before the outcome was durable, epoch milliseconds; 0 = has not
     * @param followsUp whether it is itself such a coming back
     */
    public record Back(long returnedAt, boolean followsUp) {

        static final Back NONE = new Back(0, false);

        public boolean returned() {
            return returnedAt > 0;
        }
    }

    /** What the policy says about the category. */
    public record Limits(double csatFloor, boolean highStakes) {}

    /** What the journal says, and what the policy says about it. */
    public record Later(Course course, Limits limits) {}

    /** What a conversation is said to be on before its start has been seen. */
    private static final String UNKNOWN_CHANNEL = "unknown";

    /** Messages of the conversation by who wrote them. */
    public record Turns(int customer, int assistant, int agent) {}

    /**
     * Escalations of the conversation.
     *
     * @param count how many have left the router; they cannot be taken back
     * @param lastAt time of the last one, epoch milliseconds; 0 = none
     * @param joinedAt when an agent joined after it, epoch milliseconds; 0 = not yet
     * @param line where it stands; null where that is not known
     */
    public record Handover(
            int count, long lastAt, long joinedAt, @Nullable Line line) {

        private static final Handover NONE = new Handover(0, 0, 0, null);

        private static Handover of(ConversationState state) {
            Line line = Line.of(state);
            boolean none = line == null && state.getEscalations() == 0 && state.getEscalatedAt() == 0;
            return none && state.getJoinedAt() == 0
                    ? NONE
                    : new Handover(state.getEscalations(), state.getEscalatedAt(), state.getJoinedAt(), line);
        }

        boolean joined() {
            return count > 0 && lastAt > 0 && joinedAt >= lastAt;
        }
    }

    /**
     * The place of the last escalation in a queue.
     *
     * @param waits whether the customer still waits for a human
     * @param dueAt response target, epoch milliseconds; null = none
     * @param reAsked whether an agent has asked for what the packet held
     */
    public record Line(
            String queue, boolean waits, @Nullable Long dueAt, boolean reAsked) {

        static @Nullable Line of(ConversationState state) {
            io.baton.state.Handover handover = state.getHandover();
            return handover == null
                    ? null
                    : new Line(
                            handover.getQueue(),
                            state.getOwner() == Owner.WAITING_FOR_HUMAN,
                            handover.getDueAt(),
                            !handover.getReAsked().isEmpty());
        }
    }

    /**
     * Answers of the customer; null = not answered.
     *
     * @param csat satisfaction, 1 to 5
     * @param effort customer effort score, 1 to 7
     * @param nps likelihood to recommend, 0 to 10
     * @param worked whether the solution worked
     */
    public record Survey(
            @Nullable Integer csat,
            @Nullable Integer effort,
            @Nullable Integer nps,
            @Nullable Boolean worked) {

        private static final Survey UNANSWERED = new Survey(null, null, null, null);

        private static Survey of(ConversationState state) {
            boolean none = state.getCsat() == null && state.getEffort() == null && state.getNps() == null;
            return none && state.getWorked() == null
                    ? UNANSWERED
                    : new Survey(state.getCsat(), state.getEffort(), state.getNps(), state.getWorked());
        }
    }

    public static OutcomeView of(ConversationState state) {
        return new OutcomeView(
                state.getStartedAt(),
                state.getStartPath(),
                state.getCategory(),
                state.getCustomer().getSegment(),
                ChannelLabel.of(state),
                new Turns(
                        state.getFigures().getCustomerTurns(),
                        state.getFigures().getAssistantTurns(),
                        state.getFigures().getAgentTurns()),
                Handover.of(state),
                Ending.of(state),
                Survey.of(state),
                state.getTakenBack().isEmpty() ? List.of() : List.copyOf(state.getTakenBack()),
                isShell(state),
                state.getLastAt(),
                state.getOutcomeRevision(),
                Back.NONE,
                null);
    }

    /** A conversation of which nothing has been seen but what is said afterwards. */
    public static boolean isShell(ConversationState state) {
        boolean touched = state.getAgentTouched() || state.getAssistantTouched() || state.getEscalations() > 0;
        boolean ended = state.getResolvedAt() != 0 && !state.getIdleClosed();
        return !touched && !ended && state.getLastCustomerAt() == 0 && UNKNOWN_CHANNEL.equals(state.getChannel());
    }

    /** With what other conversations of the customer and the journal say. */
    OutcomeView with(Back known, Later read) {
        return new OutcomeView(
                startedAt, startPath, category, segment, workedBy, turns, handover, ending, survey, takenBack, shell,
                lastAt, revision, known, read);
    }

    /** Whether it is resolved and has stayed so. */
    public boolean stands() {
        return ending != null && ending.resolved() && !back.returned();
    }

    /**
     * Whether a conversation that is still open contributes the same as before: messages alone move no figure until it
     * ends. A cheap test that most turns pass.
     */
    boolean countsAs(OutcomeView after) {
        return ending == null
                && after.ending == null
                && Objects.equals(later, after.later)
                && shell == after.shell
                && takenBack.equals(after.takenBack)
                && startedAt == after.startedAt
                && startPath == after.startPath
                && handover.equals(after.handover)
                && segment.equals(after.segment)
                && Objects.equals(category, after.category);
    }

    /** Whether all that outcomes and figures depend on is as it was; only time may have passed. */
    boolean isAs(OutcomeView other) {
        return startedAt == other.startedAt
                && startPath == other.startPath
                && Objects.equals(category, other.category)
                && segment.equals(other.segment)
                && workedBy == other.workedBy
                && turns.equals(other.turns)
                && handover.equals(other.handover)
                && Objects.equals(ending, other.ending)
                && survey.equals(other.survey)
                && takenBack.equals(other.takenBack)
                && shell == other.shell
                && revision == other.revision
                && back.equals(other.back)
                && Objects.equals(later, other.later);
    }

    /** The label of the conversation (M01); null while nothing has ended. */
    public @Nullable Channel channel() {
        return ending == null ? null : workedBy;
    }
}

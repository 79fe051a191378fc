// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Channel;
import io.baton.event.ConversationOutcome;
import io.baton.event.Grain;
import io.baton.event.Measure;
import io.baton.event.MetricWindow;
import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.event.Resolver;
import io.baton.policyfile.DefaultPolicy;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationFigures;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import io.baton.state.EscalationIssued;
import io.baton.state.MetricDelta;
import io.baton.state.MetricTotals;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One conversation told turn by turn, with the outcomes and figures that each turn gives. */
final class Story {

    static final long T0 = 1_772_355_600_000L; // 2026-03-01T09:00:00Z, the beginning of an hour

    final ConversationState state;
    final List<ConversationOutcome> outcomes = new ArrayList<>();
    final List<AcceptedEvent> journal = new ArrayList<>();
    final List<MetricDelta> lastDeltas = new ArrayList<>();
    final Map<MetricKey, MetricTotals> totals;
    static final Settlement SETTLEMENT = new Settlement(DefaultPolicy.ruleset());
    private final Outcomes policy = new Outcomes(Rules.named("7"));

    private Story(ConversationState state, Map<MetricKey, MetricTotals> totals) {
        this.state = state;
        this.totals = totals;
    }

    static Story begins(String id, long at, Path path, Map<MetricKey, MetricTotals> totals) {
        ConversationState state = ConversationState.newBuilder()
                .setCustomerId("cust-" + id)
                .setConversationId(id)
                .setChannel("chat")
                .setOwner(Owner.ASSISTANT)
                .setPath(path)
                .setTier(1)
                .setEpisode(1)
                .setCustomer(
                        CustomerSnapshot.newBuilder().setSegment("standard").build())
                .setStartedAt(at)
                .setStartPath(path)
                .setEpisodeAt(at)
                .setLastAt(at)
                .setLastRank(0)
                .setFigures(new ConversationFigures())
                .setCategory("sync")
                .build();
        state.setFigures(ConversationFigures.newBuilder().build());
        Story story = new Story(state, totals);
        story.emit(null);
        return story;
    }

    static Story begins(Path path) {
        return begins("c-1", T0, path, new TreeMap<>());
    }

    Story turn(long at, Consumer<ConversationState> change) {
        OutcomeView before = view();
        change.accept(state);
        state.setLastAt(Math.max(state.getLastAt(), at));
        emit(before);
        return this;
    }

    private void emit(OutcomeView before) {
        lastDeltas.clear();
        Figures.diff(before, view())
                .forEach(change -> lastDeltas.add(FigureSums.of(change).delta()));
        ConversationOutcome outcome = policy.of(before, state, view());
        if (outcome != null) {
            outcomes.add(outcome);
        }
        lastDeltas.forEach(delta ->
                MetricKey.rows(delta).forEach(key -> totals.put(key, added(totals.get(key), delta))));
    }

    OutcomeView view() {
        return SETTLEMENT.complete(OutcomeView.of(state), journal, null);
    }

    Story customerWrites(long at) {
        return turn(at, s -> s.getFigures().setCustomerTurns(s.getFigures().getCustomerTurns() + 1));
    }

    Story assistantReplies(long at) {
        return turn(at, s -> {
            s.setAssistantTouched(true);
            s.getFigures().setAssistantTurns(s.getFigures().getAssistantTurns() + 1);
        });
    }

    Story agentWrites(long at) {
        return turn(at, s -> {
            s.setAgentTouched(true);
            s.getFigures().setAgentTurns(s.getFigures().getAgentTurns() + 1);
        });
    }

    Story escalates(long at) {
        return turn(at, s -> {
            journal.add(issued(at));
            s.setEscalations(s.getEscalations() + 1);
            s.setEscalatedAt(at);
            s.setJoinedAt(0L);
        });
    }

    private AcceptedEvent issued(long at) {
        return AcceptedEvent.newBuilder()
                .setCustomerId(state.getCustomerId())
                .setConversationId(state.getConversationId())
                .setSource("baton")
                .setEventId("issued-" + journal.size())
                .setAt(at)
                .setFact(EscalationIssued.newBuilder()
                        .setEpisode(journal.size() + 1)
                        .build())
                .build();
    }

    Story agentJoins(long at) {
        return turn(at, s -> {
            s.setAgentTouched(true);
            s.setJoinedAt(at);
        });
    }

    Story resolved(Resolver by, long at) {
        return turn(at, s -> {
            s.setResolvedBy(by);
            s.setResolvedAt(at);
        });
    }

    Story closed(String reason, long at) {
        return turn(at, s -> {
            s.setCloseReason(reason);
            if (s.getResolvedAt() == 0) {
                s.setResolvedAt(at);
            }
        });
    }

    Story reopened(long at) {
        return turn(at, s -> {
            if (Ending.of(s) != null && Ending.of(s).resolved()) {
                List<Long> takenBack = new ArrayList<>(s.getTakenBack());
                takenBack.addAll(
                        List.of(s.getResolvedAt(), at, (long) ChannelLabel.of(s).ordinal()));
                s.setTakenBack(takenBack);
            }
            s.setEpisode(s.getEpisode() + 1);
            s.setResolvedBy(null);
            s.setResolvedAt(0L);
            s.setCloseReason(null);
            s.setDurable(false);
        });
    }

    ConversationOutcome lastOutcome() {
        return outcomes.get(outcomes.size() - 1);
    }

    /** A measure of the row that holds {@code at}; null where that row or measure does not exist. */
    Measure measure(Channel channel, Grain grain, long at, Measures measure) {
        MetricKey key = MetricKey.at(channel, grain, at, state.getCategory(), "standard");
        MetricTotals found = totals.get(key);
        return found == null ? null : window(key, found).getMeasures().get(measure.id());
    }

    /** The totals with a delta added, by way of what is stored. */
    static MetricTotals added(@Nullable MetricTotals before, MetricDelta delta) {
        WindowSums sums = before == null ? WindowSums.none() : WindowSums.of(before);
        sums.add(WindowSums.Addend.of(delta));
        return sums.totals();
    }

    /** Totals as readers see them, without the figures that a policy's rates and weights make. */
    static MetricWindow window(MetricKey key, MetricTotals totals) {
        return WindowTotals.window(key, WindowSums.of(totals), null);
    }

    /** Sum of the numerators of a measure over all rows of a grain. */
    static double sum(Map<MetricKey, MetricTotals> totals, Grain grain, Measures measure) {
        return totals.entrySet().stream()
                .filter(row -> row.getKey().grain() == grain)
                .map(row -> window(row.getKey(), row.getValue()).getMeasures().get(measure.id()))
                .filter(found -> found != null)
                .mapToDouble(Measure::getNumerator)
                .sum();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.Command;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerMessage;
import io.baton.event.HumanRequested;
import io.baton.event.IncidentReported;
import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.event.ReplyCorrected;
import io.baton.policy.decision.Turnaround;
import io.baton.policy.decision.Verdict;
import io.baton.policy.decision.Why;
import io.baton.policy.ownership.Ruling;
import io.baton.policy.routing.Routing;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.TestRulesets;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationFigures;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import io.baton.state.CustomerSnapshot;
import io.baton.state.Placeholder;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A conversation about to be handed over, told turn by turn, ten seconds apart; a Wednesday at 10:00 UTC. */
public final class TestHandover {

    public static final long START = Instant.parse("2026-03-04T10:00:00Z").toEpochMilli();

    public Ruleset rules = TestRulesets.standard();
    public final ConversationState state = state();
    public CustomerJourney journey;
    public String rule = "score";
    public String explanation = "Two signals align.";
    public String verdictRule = "score";
    public final List<Reading> readings = new ArrayList<>();
    public final List<IncidentReported> incidents = new ArrayList<>();
    private final List<AcceptedEvent> journal = new ArrayList<>();
    private long now;

    public TestHandover() {
        this(START);
    }

    public TestHandover(long start) {
        now = start;
    }

    public TestHandover customer(String text) {
        return customer(text, message -> {});
    }

    public TestHandover customer(String text, Consumer<CustomerMessage.Builder> more) {
        CustomerMessage.Builder message = CustomerMessage.newBuilder().setText(text);
        more.accept(message);
        return event(message.build());
    }

    public TestHandover assistant(String text, String action, Double confidence) {
        return assistant(text, reply -> reply.setAction(action).setConfidence(confidence));
    }

    public TestHandover assistant(String text, Consumer<AssistantReply.Builder> more) {
        AssistantReply.Builder reply = AssistantReply.newBuilder().setText(text);
        more.accept(reply);
        return event(reply.build());
    }

    public TestHandover agent(String text, String basedOnDraft) {
        return event(AgentMessage.newBuilder()
                .setAgentId("agent-1")
                .setText(text)
                .setBasedOnDraft(basedOnDraft)
                .build());
    }

    public TestHandover correction(String replyId) {
        return event(ReplyCorrected.newBuilder()
                .setReplyId(replyId)
                .setReason("inaccurate")
                .setAgentId("agent-1")
                .build());
    }

    public TestHandover button() {
        return event(HumanRequested.newBuilder().setVia("button").build());
    }

    /** The last event masked this value: kind, local number, fingerprint. */
    public TestHandover masked(String kind, int local, int fingerprint) {
        AcceptedEvent last = journal.get(journal.size() - 1);
        List<Placeholder> all = new ArrayList<>(last.getPlaceholders());
        all.add(new Placeholder(kind, local, fingerprint));
        last.setPlaceholders(all);
        return this;
    }

    public TestHandover event(Object data) {
        String id = "e-" + (journal.size() + 1);
        journal.add(AcceptedEvent.newBuilder()
                .setCustomerId("cust-1")
                .setConversationId("conv-1")
                .setSource("webchat")
                .setEventId(id)
                .setAt(now)
                .setFact(ConversationEvent.newBuilder()
                        .setId(id)
                        .setSource("webchat")
                        .setConversationId("conv-1")
                        .setCustomerId("cust-1")
                        .setTime(Instant.ofEpochMilli(now))
                        .setData(data)
                        .build())
                .build());
        now += 10_000;
        return this;
    }

    /** A signal that is aligned. */
    public TestHandover aligned(Signal signal, double value) {
        return reading(signal, value, true, rules.signal(signal).hard());
    }

    public TestHandover reading(Signal signal, double value, boolean aligned, boolean hard) {
        readings.add(new Reading(
                signal,
                value,
                rules.signal(signal).threshold(),
                rules.signal(signal).weight(),
                0.9,
                aligned,
                hard,
                now,
                journal.size(),
                "e-" + Math.max(1, journal.size())));
        return this;
    }

    public TestHandover rule(String rule) {
        this.rule = rule;
        this.verdictRule = rule;
        return this;
    }

    public Ruling ruling() {
        Verdict verdict =
                new Verdict(true, false, verdictRule, 2.4, 2.0, readings.size(), 2, List.copyOf(readings), why());
        return new Ruling(
                now,
                "e-" + Math.max(1, journal.size()),
                state.getEpisode(),
                Owner.ASSISTANT,
                Owner.WAITING_FOR_HUMAN,
                Path.HUMAN,
                state.getTier(),
                true,
                true,
                rule,
                explanation,
                Command.SILENCE,
                null,
                verdict);
    }

    private Why why() {
        return new Why() {
            @Override
            public String explanation() {
                return explanation;
            }

            @Override
            public Turnaround flip() {
                return null;
            }
        };
    }

    public PacketInput input() {
        Ruling ruling = ruling();
        return new PacketInput(
                state, ruling, new Routing(rules).of(state, ruling), List.copyOf(journal), journey, incidents);
    }

    private static ConversationState state() {
        return ConversationState.newBuilder()
                .setCustomerId("cust-1")
                .setConversationId("conv-1")
                .setChannel("chat")
                .setCategory("login")
                .setLanguage("en")
                .setOwner(Owner.WAITING_FOR_HUMAN)
                .setPath(Path.HUMAN)
                .setStartPath(Path.AUTOMATED)
                .setTier(1)
                .setEpisode(1)
                .setEscalations(1)
                .setCustomer(
                        CustomerSnapshot.newBuilder().setSegment("standard").build())
                .setStartedAt(START)
                .setEpisodeAt(START)
                .setLastAt(START)
                .setLastRank(2)
                .setFigures(ConversationFigures.newBuilder().build())
                .setRecent(java.nio.ByteBuffer.allocate(0))
                .build();
    }
}

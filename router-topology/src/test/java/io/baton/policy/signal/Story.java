// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerMessage;
import io.baton.event.HumanRequested;
import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.policy.ruleset.Ruleset;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationFigures;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A conversation told turn by turn; ten seconds pass between turns unless the story says otherwise. */
final class Story {

    static final long START = 1_772_442_000_000L;

    final ConversationState state;
    private final Evidence evidence;
    private long now = START;
    private int events;

    Story(Ruleset rules) {
        this.evidence = new Evidence(rules);
        this.state = ConversationState.newBuilder()
                .setCustomerId("customer")
                .setConversationId("conversation")
                .setChannel("chat")
                .setCategory("general")
                .setOwner(Owner.ASSISTANT)
                .setPath(Path.AUTOMATED)
                .setTier(1)
                .setEpisode(1)
                .setCustomer(
                        CustomerSnapshot.newBuilder().setSegment("standard").build())
                .setStartedAt(START)
                .setStartPath(Path.AUTOMATED)
                .setEpisodeAt(START)
                .setLastAt(START)
                .setLastRank(0)
                .setFigures(ConversationFigures.newBuilder().build())
                .build();
    }

    Story with(Consumer<ConversationState> change) {
        change.accept(state);
        return this;
    }

    Story after(long seconds) {
        now += seconds * 1000;
        return this;
    }

    Story says(String text) {
        return customer(text, message -> {});
    }

    /** A message with a sentiment that the platform measured. */
    Story feels(double sentiment) {
        return customer("message number " + events, message -> message.setSentiment(sentiment));
    }

    Story customer(String text, Consumer<CustomerMessage> change) {
        CustomerMessage message = new CustomerMessage(text, null, null, null, null, null, null, null, null);
        change.accept(message);
        return happens(message);
    }

    Story replies(String text) {
        return reply(text, reply -> {});
    }

    Story reply(String text, Consumer<AssistantReply> change) {
        AssistantReply reply = AssistantReply.newBuilder().setText(text).build();
        change.accept(reply);
        return happens(reply);
    }

    Story agentWrites(String text) {
        return happens(new AgentMessage("agent", text, null, null));
    }

    Story asksForHuman() {
        return happens(new HumanRequested("button"));
    }

    Story elapse() {
        evidence.elapse(state, now);
        return this;
    }

    Weighing weigh() {
        return evidence.weigh(state, now);
    }

    Optional<Reading> reading(Signal signal) {
        return weigh().readings().stream().filter(r -> r.signal() == signal).findFirst();
    }

    double value(Signal signal) {
        return reading(signal).map(Reading::value).orElse(Double.NaN);
    }

    boolean reached(Signal signal) {
        return reading(signal).filter(r -> r.strength() > 0).isPresent();
    }

    long nextDue() {
        return evidence.nextDue(state);
    }

    long now() {
        return now;
    }

    private Story happens(Object data) {
        after(10);
        String id = "e-" + ++events;
        ConversationEvent event = new ConversationEvent(
                id, "test", "conversation", "customer", Instant.ofEpochMilli(now), data, Map.of());
        evidence.elapse(state, now);
        evidence.observe(
                state,
                AcceptedEvent.newBuilder()
                        .setCustomerId("customer")
                        .setConversationId("conversation")
                        .setSource("test")
                        .setEventId(id)
                        .setAt(now)
                        .setFact(event)
                        .build());
        return this;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.events;

import io.baton.bench.events.Story.Step;
import io.baton.event.ConversationEvent;
import java.time.Instant;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.LongSupplier;

/** Customers who ask for a human at once, and whom nobody takes: conversations that stay in the inbox. */
public final class Waiting implements EventSource {

    /** Events of each conversation. */
    public static final int EVENTS_EACH = 3;

    private static final Step[] STEPS = {Step.STARTED, Step.QUESTION, Step.ASK};

    private final Payloads payloads = new Payloads(Flavour.GIVEN);
    private final SplittableRandom random;
    private final LongSupplier clock;
    private Story story;
    private long index;

    /** @param clock when each event happens, epoch milliseconds */
    public Waiting(long seed, LongSupplier clock) {
        this.random = new SplittableRandom(seed);
        this.clock = clock;
        this.story = Story.of(random.split());
    }

    @Override
    public ConversationEvent next() {
        long number = index / EVENTS_EACH;
        int step = (int) (index % EVENTS_EACH);
        if (step == 0) {
            story = Story.of(random.split());
        }
        ConversationEvent event = new ConversationEvent();
        event.setId("waiting-" + index);
        event.setSource("webchat");
        event.setConversationId("waiting-conversation-" + number);
        event.setCustomerId("waiting-customer-" + number);
        event.setTime(Instant.ofEpochMilli(clock.getAsLong()));
        event.setAttributes(Map.of("tenant", "eu-1"));
        event.setData(payloads.of(STEPS[step], story, random.split()));
        index++;
        return event;
    }

    @Override
    public void judgedBy(Flavour flavour) {
        throw new UnsupportedOperationException("these customers are told apart by nothing but that they wait");
    }

    @Override
    public long conversations() {
        return (index + EVENTS_EACH - 1) / EVENTS_EACH;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import io.baton.event.AgentJoined;
import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationClosed;
import io.baton.event.ConversationEvent;
import io.baton.event.ConversationReopened;
import io.baton.event.ConversationResolved;
import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import io.baton.event.HumanRequested;
import io.baton.event.Resolver;
import io.baton.policy.ownership.Conversations;
import io.baton.policyfile.DefaultPolicy;
import io.baton.serde.TrustedSchemas;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/** Conversations as they happen, folded by the default policy: the states that one leaves behind, turn after turn. */
final class Stories {

    static final String CUSTOMER = "customer-4711";
    static final String CONVERSATION = "8c1f7a52-2f0f-4be5-9a35-5f6ff0a1be11";

    private static final long START = 1_772_355_600_000L;
    private static final String[] QUESTIONS = {
        "How do I set up report number %d for my team?",
        "It still does not work, I get error %d every time I save.",
        "That is what I have tried %d times already! This is really frustrating.",
        "Thanks, step %d worked. And where do I find the invoice of last month?",
        "I was charged %d euros twice and want that money back."
    };
    private static final String[] CATEGORIES = {"how-to", "how-to", "bug", "billing"};

    static {
        TrustedSchemas.register();
    }

    private final Random random;
    private final Conversations conversations = new Conversations(DefaultPolicy.ruleset());
    private final CustomerSnapshot known = CustomerSnapshot.newBuilder()
            .setSegment("standard")
            .setPlan("team")
            .setAnnualValue(12_000.0)
            .build();
    private ConversationState state;
    private long at = START;

    private Stories(long seed) {
        this.random = new Random(seed);
    }

    /** Images are taken by the caller; the states are not changed any more. */
    static List<ConversationState> of(long seed, int turns) {
        Stories story = new Stories(seed);
        List<ConversationState> states = new ArrayList<>();
        states.add(story.next(story.begin()));
        for (int turn = 0; turn < turns; turn++) {
            states.add(story.next(story.says(turn)));
            states.add(story.next(story.answer(turn)));
            if (story.random.nextInt(12) == 0) {
                story.aside().forEach(data -> states.add(story.next(data)));
            }
        }
        return states;
    }

    static AcceptedEvent accepted(Object data, String id, long at) {
        ConversationEvent event = ConversationEvent.newBuilder()
                .setId(id)
                .setSource("helpdesk")
                .setConversationId(CONVERSATION)
                .setCustomerId(CUSTOMER)
                .setTime(Instant.ofEpochMilli(at))
                .setData(data)
                .build();
        return AcceptedEvent.newBuilder()
                .setCustomerId(CUSTOMER)
                .setConversationId(CONVERSATION)
                .setSource("helpdesk")
                .setEventId(id)
                .setAt(at)
                .setFact(event)
                .build();
    }

    private ConversationState next(Object data) {
        at += 1_000 + random.nextInt(60_000);
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        ConversationState before =
                state == null ? null : ConversationState.newBuilder(state).build();
        state = conversations.apply(before, accepted(data, id, at), known).state();
        state.setTimerAt(conversations.nextDue(state));
        return state;
    }

    private Object begin() {
        return ConversationStarted.newBuilder()
                .setChannel("chat")
                .setCategory("how-to")
                .setLanguage("en")
                .setPage("/reports")
                .build();
    }

    private Object says(int turn) {
        return CustomerMessage.newBuilder()
                .setText(String.format(QUESTIONS[random.nextInt(QUESTIONS.length)], turn))
                .setSentiment(random.nextInt(3) == 0 ? random.nextDouble() * 2 - 1 : 0.1)
                .setCategory(CATEGORIES[random.nextInt(CATEGORIES.length)])
                .setPage(random.nextInt(4) == 0 ? "/invoices/" + turn : null)
                .build();
    }

    private Object answer(int turn) {
        return state.getAgentTouched()
                ? AgentMessage.newBuilder()
                        .setAgentId("agent-7")
                        .setText("I look into it.")
                        .build()
                : AssistantReply.newBuilder()
                        .setText("Open the settings, then choose template " + turn + " and save it.")
                        .setConfidence(0.5 + random.nextDouble() / 2)
                        .setAction("open-settings-" + random.nextInt(12))
                        .build();
    }

    private List<Object> aside() {
        return switch (random.nextInt(3)) {
            case 0 -> List.of(new HumanRequested("button"), new AgentJoined("agent-7", "tier-2"));
            case 1 ->
                List.of(
                        new ConversationResolved(Resolver.ASSISTANT, null, "fixed", "how-to"),
                        new ConversationReopened("customer"));
            default -> List.of(new ConversationClosed("resolved"));
        };
    }
}

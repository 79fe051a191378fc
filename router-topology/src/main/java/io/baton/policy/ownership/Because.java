// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

/** Rules of ownership that change the holder by themselves, whatever the evidence says. */
enum Because {
    AGENT_JOINED("agent-joined", "An agent has taken the conversation."),
    AGENT_MESSAGE("agent-message", "An agent has answered."),
    RETURNED(
            "returned-to-automation",
            "The conversation was given back to automation; a new episode begins without the old evidence."),
    REOPENED("reopened", "The conversation was reopened; a new episode begins without the old evidence."),
    CUSTOMER_RETURNED(
            "customer-returned", "The customer goes on after the end; a new episode begins without the old evidence."),
    RESOLVED("resolved", "The issue was said to be solved."),
    CLOSED("closed", "The conversation was closed."),
    IDLE("idle", "Nobody has said anything for so long that the conversation counts as abandoned."),
    OVERSTEP(
            "automation-creep",
            "The assistant has answered by itself although it may only draft or be silent here; it is told again."),
    LATE("late-event", "An event that arrived late has changed who holds the conversation.");

    private final String rule;
    private final String explanation;

    Because(String rule, String explanation) {
        this.rule = rule;
        this.explanation = explanation;
    }

    String rule() {
        return rule;
    }

    String explanation() {
        return explanation;
    }

    /** The rule that an event of this kind sets off where it changes the holder. */
    static Because of(Kind kind) {
        return switch (kind) {
            case JOINED -> AGENT_JOINED;
            case BY_HAND, DRAFT_SENT -> AGENT_MESSAGE;
            case RETURNED -> RETURNED;
            case REOPENED -> REOPENED;
            case RESOLVED -> RESOLVED;
            case CLOSED -> CLOSED;
            case STARTED, JOURNEY, CONSENT, MESSAGE, REQUEST, REPLY, DRAFT, ISSUED, UPDATED, AFTERWARDS, OTHER, TICK ->
                CUSTOMER_RETURNED;
        };
    }
}

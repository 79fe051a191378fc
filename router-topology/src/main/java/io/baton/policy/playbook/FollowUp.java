// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.playbook;

import io.baton.event.ReviewItem;
import io.baton.policy.ruleset.Ruleset;
import io.baton.state.ConversationState;
import io.baton.state.IncidentDelta;
import java.time.Instant;
import java.util.List;

/** A customer whom an incident has touched and who is to be told that it is over (C05). */
public final class FollowUp {

    /** Reason of the item on the review topic. */
    public static final String REASON = "incident-follow-up";

    private FollowUp() {}

    /** The item; the same conversation and incident give the same id. */
    public static ReviewItem of(ConversationState s, IncidentDelta delta, Ruleset rules) {
        String id = delta.getIncidentId();
        return ReviewItem.newBuilder()
                .setReviewId(s.getConversationId() + "/" + REASON + "/" + id)
                .setConversationId(s.getConversationId())
                .setCustomerId(s.getCustomerId())
                .setAt(Instant.ofEpochMilli(delta.getAt()))
                .setReason(REASON)
                .setChannel(null)
                .setCategory(s.getCategory())
                .setEventIds(List.of())
                .setText("The incident " + id + " (" + delta.getKind() + ") no longer touches this conversation about "
                        + rules.category(s.getCategory()).title()
                        + ": tell the customer, and ask whether everything works again.")
                .build();
    }
}

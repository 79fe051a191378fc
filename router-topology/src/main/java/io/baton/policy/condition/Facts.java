// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import io.baton.event.ProductSignalReported;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import org.jspecify.annotations.Nullable;

/**
 * What a condition may ask about.
 *
 * @param customer what is known of the customer
 * @param conversation the conversation, or null where there is none yet (segments are chosen before it begins)
 * @param at time of the event that is decided on, epoch milliseconds
 * @param signal the product signal that is judged, or null where it is about something else
 */
public record Facts(
        CustomerSnapshot customer,
        @Nullable ConversationState conversation,
        long at,
        @Nullable ProductSignalReported signal) {

    public Facts(CustomerSnapshot customer, @Nullable ConversationState conversation, long at) {
        this(customer, conversation, at, null);
    }
}

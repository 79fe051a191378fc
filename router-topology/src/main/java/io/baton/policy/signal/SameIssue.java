// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.state.ConversationState;
import io.baton.state.RecentContacts;
import java.util.Objects;

/** How often a customer has written about the issue of a conversation: same customer, same category (T13). */
public final class SameIssue {

    private SameIssue() {}

    /**
     * Conversations about the issue that began within the span of the policy, this one included, so at least 1.
     *
     * @param defaultCategory stands for no category
     */
    public static int contacts(ConversationState s, String defaultCategory) {
        String category = Objects.requireNonNullElse(s.getCategory(), defaultCategory);
        int count = 1;
        for (RecentContacts recent : s.getCustomer().getRecentContacts()) {
            count += recent.getCategory().equals(category) ? recent.getCount() : 0;
        }
        return count;
    }
}

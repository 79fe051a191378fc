// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is kept of a customer, as another thread may see it: copies, which are the caller's own.
 *
 * @param journey null where there is none
 */
@SuppressWarnings("ArrayRecordComponent") // never compared by equals
public record CustomerView(byte @Nullable [] journey, List<ConversationView> conversations) {

    /** What is seen of a customer who is not known. */
    static final CustomerView NOTHING = new CustomerView(null, List.of());

    /**
     * One conversation.
     *
     * @param journal entries as {@link Kept#journal} has them
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared by equals
    public record ConversationView(String id, byte[] image, byte[] journal) {}

    static CustomerView of(@Nullable Customer customer) {
        if (customer == null) {
            return NOTHING;
        }
        return new CustomerView(
                customer.journey(),
                customer.conversations.stream()
                        .map(kept -> new ConversationView(kept.id, kept.image(), kept.journal()))
                        .toList());
    }
}

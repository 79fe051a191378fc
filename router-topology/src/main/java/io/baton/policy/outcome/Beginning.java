// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import io.baton.state.CustomerSnapshot;
import io.baton.state.JourneyChanged;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What was known when a conversation began: what the journey knew, what its start said, and its first message (R22). */
final class Beginning {

    private final Set<String> known = new LinkedHashSet<>();
    private boolean opened;
    private boolean spoken;

    void take(Object data) {
        if (spoken) {
            return;
        }
        if (data instanceof JourneyChanged journey && !opened) {
            opened = true;
            note("account", hasAccount(journey.getCustomer()));
        } else if (data instanceof ConversationStarted started) {
            note("page", started.getPage() != null);
            note("category", started.getCategory() != null);
            note("language", started.getLanguage() != null);
        } else if (data instanceof CustomerMessage message) {
            spoken = true;
            note("page", message.getPage() != null);
            note("category", message.getCategory() != null);
        }
    }

    /** What nobody had said, in the order of {@link Course#CONTEXT}. */
    List<String> unknown() {
        return Course.CONTEXT.stream().filter(part -> !known.contains(part)).toList();
    }

    private void note(String part, boolean isKnown) {
        if (isKnown) {
            known.add(part);
        }
    }

    private static boolean hasAccount(CustomerSnapshot customer) {
        return customer.getPlan() != null || customer.getAnnualValue() != null || customer.getLifecycle() != null;
    }
}

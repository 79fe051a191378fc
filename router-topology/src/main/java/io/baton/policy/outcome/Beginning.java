// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import io.baton.state.CustomerSnapshot;
import io.baton.state.JourneyChanged;
import java.util.ArrayList;
import java.util.List;

/** What was known when a conversation began: what the journey knew, what its start said, and its first message (R22). */
final class Beginning {

    private boolean page;
    private boolean category;
    private boolean language;
    private boolean account;
    private boolean opened;
    private boolean spoken;

    void take(Object data) {
        if (spoken) {
            return;
        }
        if (data instanceof JourneyChanged journey && !opened) {
            opened = true;
            account = hasAccount(journey.getCustomer());
        } else if (data instanceof ConversationStarted started) {
            page |= started.getPage() != null;
            category |= started.getCategory() != null;
            language |= started.getLanguage() != null;
        } else if (data instanceof CustomerMessage message) {
            spoken = true;
            page |= message.getPage() != null;
            category |= message.getCategory() != null;
        }
    }

    /** What nobody had said, in the order of {@link Course#CONTEXT}. */
    List<String> unknown() {
        List<String> unknown = new ArrayList<>(Course.CONTEXT.size());
        for (String part : Course.CONTEXT) {
            if (!isKnown(part)) {
                unknown.add(part);
            }
        }
        return unknown;
    }

    private boolean isKnown(String part) {
        return switch (part) {
            case "page" -> page;
            case "category" -> category;
            case "language" -> language;
            default -> account;
        };
    }

    private static boolean hasAccount(CustomerSnapshot customer) {
        return customer.getPlan() != null || customer.getAnnualValue() != null || customer.getLifecycle() != null;
    }
}

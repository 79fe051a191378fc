// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import io.baton.event.AssistantReply;
import io.baton.event.ConversationResolved;
import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import io.baton.event.IncidentReported;
import io.baton.policy.ruleset.Ruleset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Gives categories the spelling of the policy: systems write one issue in several ways, and "the same issue" is the same
 * category (T13). Capitals, spaces and underscores make no difference; what the policy does not know stays as it came.
 */
public final class Spelling {

    private final Map<String, String> known = new HashMap<>();

    public Spelling(Ruleset ruleset) {
        ruleset.categories().keySet().forEach(category -> known.put(category, category));
    }

    /** Changes the fact in place. */
    void apply(SpecificRecord fact) {
        if (fact instanceof ConversationStarted started) {
            started.setCategory(category(started.getCategory()));
        } else if (fact instanceof CustomerMessage message) {
            message.setCategory(category(message.getCategory()));
        } else if (fact instanceof AssistantReply reply) {
            reply.setCategory(category(reply.getCategory()));
        } else if (fact instanceof ConversationResolved resolved) {
            resolved.setCategory(category(resolved.getCategory()));
        } else if (fact instanceof IncidentReported incident) {
            List<String> all = incident.getCategories();
            incident.setCategories(all.stream().map(this::named).toList());
        }
    }

    private @Nullable String category(@Nullable String given) {
        return given == null ? null : named(given);
    }

    /** A category as the policy spells it. */
    public String named(String given) {
        if (known.containsKey(given)) {
            return given;
        }
        String plain = given.strip().toLowerCase(Locale.ROOT).replace(' ', '-').replace('_', '-');
        return known.getOrDefault(plain, given);
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.Command;
import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.policy.decision.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * One decision on a conversation, taken at one event or timer.
 *
 * @param at time of the event or timer, epoch milliseconds
 * @param triggeredBy id of the event, or {@code timer:<name>}
 * @param episode episode it belongs to, from 1
 * @param previousOwner owner before; null for the first decision
 * @param changed whether path, tier or owner changed; a ruling that changes nothing and commands nothing is a "no", kept only
 *     under {@code decisions: all}
 * @param escalate whether a packet must go out; at most once an episode
 * @param rule the rule that fired: that of the verdict, or one of ownership such as {@code category-tier},
 *     {@code agent-joined}, {@code resolved}
 * @param reason what a rule of ownership says in one or two sentences; null where the verdict decided and says it
 * @param command what the assistant must do now; null = nothing new
 * @param text what the assistant is to tell the customer because of an incident; null = nothing
 * @param verdict what the evidence said
 */
public record Ruling(
        long at,
        String triggeredBy,
        int episode,
        @Nullable Owner previousOwner,
        Owner owner,
        Path path,
        int tier,
        boolean changed,
        boolean escalate,
        String rule,
        @Nullable String reason,
        @Nullable Command command,
        @Nullable String text,
        Verdict verdict) {

    /** The same, with something to tell the customer. */
    Ruling saying(@Nullable String words) {
        if (words == null && text == null) {
            return this;
        }
        return new Ruling(
                at,
                triggeredBy,
                episode,
                previousOwner,
                owner,
                path,
                tier,
                changed,
                escalate,
                rule,
                reason,
                command,
                words,
                verdict);
    }

    /** The decision in one or two sentences, without any text of the conversation. */
    public String explanation() {
        return reason == null ? verdict.explanation() : reason;
    }
}

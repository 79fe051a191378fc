// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.Completeness;
import io.baton.event.CustomerCard;
import io.baton.event.EscalationRaised;
import io.baton.event.Speaker;
import io.baton.event.TranscriptTurn;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Whether a packet holds what every escalation must carry: history, attempts, account status and summary (H14), and
 * identity, category and urgency, which triage must know (H13).
 *
 * <p>What is missing is said, not made up: an agent who knows that nothing is known asks the right question.
 */
final class PacketCompleteness {

    private PacketCompleteness() {}

    /** @param reAsked parts that agents have asked for again: a part that did not spare the question counts as not there (H17) */
    static Completeness of(EscalationRaised.Builder packet, List<String> reAsked) {
        Map<String, Boolean> parts = new LinkedHashMap<>();
        parts.put("history", !packet.getTranscript().isEmpty());
        parts.put("attempts", !packet.getAttempts().isEmpty() || !assistantSpoke(packet.getTranscript()));
        parts.put("account-status", Account.known(packet.getCustomer()));
        parts.put("summary", !packet.getSummary().isBlank());
        parts.put("identity", identified(packet));
        parts.put("category", packet.getCategory() != null);
        parts.put("urgency", !packet.getUrgency().isBlank());
        List<String> missing = parts.entrySet().stream()
                .filter(part -> !part.getValue())
                .map(Map.Entry::getKey)
                .toList();
        Set<String> failed = new HashSet<>(missing);
        reAsked.stream().filter(parts::containsKey).forEach(failed::add);
        return Completeness.newBuilder()
                .setScore((parts.size() - failed.size()) / (double) parts.size())
                .setRequired(List.copyOf(parts.keySet()))
                .setMissing(missing)
                .setReAsked(reAsked)
                .build();
    }

    /** Where the assistant has said nothing after the customer's first words, no attempt is the whole truth. */
    private static boolean assistantSpoke(List<TranscriptTurn> transcript) {
        boolean asked = false;
        for (TranscriptTurn turn : transcript) {
            asked |= turn.getSpeaker() == Speaker.CUSTOMER;
            if (asked && turn.getSpeaker() == Speaker.ASSISTANT && !turn.getDraft()) {
                return true;
            }
        }
        return false;
    }

    /** A producer that knows no customer sends the conversation id in its place. */
    private static boolean identified(EscalationRaised.Builder packet) {
        CustomerCard customer = packet.getCustomer();
        return !customer.getCustomerId().isBlank() && !customer.getCustomerId().equals(packet.getConversationId());
    }
}

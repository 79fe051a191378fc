// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.EscalationReason;
import io.baton.policy.ownership.Ruling;
import io.baton.policy.ruleset.HardTrigger;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Why a conversation was handed over: the rule that fired, where it is no signal, then the signals that stood behind it,
 * strongest first (H04). Never empty: an escalation without a reason could not be answered for.
 */
final class Reasons {

    /** Rules by which a tier, not a signal, asks for people. */
    static final Set<String> BY_TIER = Set.of("category-tier", "category-mode", "segment-tier", "matrix");

    private static final String HARD = "hard:";

    private static final Comparator<Reading> STRONGEST_FIRST = Comparator.comparing((Reading r) -> !r.hard())
            .thenComparing(Comparator.comparingDouble(Reading::contribution).reversed())
            .thenComparing(Reading::signal);

    private Reasons() {}

    static List<EscalationReason> of(Case c) {
        Ruling ruling = c.in().ruling();
        Map<String, EscalationReason> reasons = new LinkedHashMap<>();
        List<Reading> readings = new ArrayList<>(ruling.verdict().readings());
        readings.removeIf(reading -> !reading.aligned() && !reading.hard());
        readings.sort(STRONGEST_FIRST);
        for (String rule : List.of(ruling.rule(), ruling.verdict().rule())) {
            ofRule(c, rule, readings).ifPresent(reason -> reasons.putIfAbsent(reason.getSignal(), reason));
        }
        for (Reading reading : readings) {
            reasons.putIfAbsent(reading.signal().id(), ofReading(c, reading));
        }
        if (reasons.isEmpty()) {
            reasons.put(ruling.rule(), synthetic(c, ruling.rule(), ruling.explanation()));
        }
        return new ArrayList<>(reasons.values());
    }

    /** The rule as a reason of its own, unless the readings say it already. */
    private static Optional<EscalationReason> ofRule(Case c, String rule, List<Reading> readings) {
        String id = rule.startsWith(HARD) ? rule.substring(HARD.length()) : rule;
        if (id.equals("score") || id.equals("none") || id.isBlank()) {
            return Optional.empty();
        }
        Optional<Signal> signal = Signal.byId(id);
        if (signal.isPresent()) {
            return readings.stream().anyMatch(reading -> reading.signal() == signal.get())
                    ? Optional.empty()
                    : Optional.of(ofReading(c, assumed(c, signal.get())));
        }
        return Optional.of(synthetic(c, id, text(c, id)));
    }

    /** A rule named after a signal whose reading is no longer alive: the rule itself vouches for it. */
    private static Reading assumed(Case c, Signal signal) {
        Ruling ruling = c.in().ruling();
        return c.reading(signal)
                .orElseGet(() -> new Reading(
                        signal,
                        1,
                        1,
                        c.rules().signal(signal).weight(),
                        1,
                        true,
                        true,
                        ruling.at(),
                        c.dialogue().lines().size(),
                        ruling.triggeredBy()));
    }

    private static EscalationReason ofReading(Case c, Reading reading) {
        return EscalationReason.newBuilder()
                .setSignal(reading.signal().id())
                .setValue(reading.value())
                .setThreshold(reading.threshold())
                .setWeight(reading.weight())
                .setHard(reading.hard())
                .setText(PlainWords.of(reading, c.rules().money().currency()))
                .setEvents(reading.eventId().isBlank() ? List.of() : List.of(reading.eventId()))
                .build();
    }

    private static EscalationReason synthetic(Case c, String rule, String text) {
        return EscalationReason.newBuilder()
                .setSignal(rule)
                .setValue(1)
                .setThreshold(1)
                .setWeight(0)
                .setHard(true)
                .setText(text.isBlank() ? "The policy asks for a person here (" + rule + ")" : text)
                .setEvents(List.of(c.in().ruling().triggeredBy()))
                .build();
    }

    private static String text(Case c, String rule) {
        for (HardTrigger trigger : c.rules().hardTriggers()) {
            if (trigger.id().equals(rule)) {
                return trigger.text();
            }
        }
        return switch (rule) {
            case "category-tier", "category-mode" ->
                "The policy leaves the category " + c.category().title() + " to people";
            case "matrix" -> "The topic is too complex, or feelings run too high, for an assistant";
            case "segment-tier" -> "The policy leaves customers of this segment to people";
            default -> c.in().ruling().explanation();
        };
    }
}

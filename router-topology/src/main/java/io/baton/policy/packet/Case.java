// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.IncidentPhase;
import io.baton.event.IncidentReported;
import io.baton.policy.ruleset.CalendarRule;
import io.baton.policy.ruleset.CategoryRule;
import io.baton.policy.ruleset.QueueRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import io.baton.policy.signal.TextScorer;
import io.baton.state.ConversationState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One escalation as all parts of its packet see it.
 *
 * @param scorer reads a text of the dialogue once, however many parts ask for it
 * @param incidents that are open and touch the category, latest report first; one that names no category touches all
 */
record Case(Ruleset rules, TextScorer scorer, PacketInput in, Dialogue dialogue, List<IncidentReported> incidents) {

    static Case of(Ruleset rules, TextScorer scorer, PacketInput in) {
        return new Case(rules, new ReadOnce(scorer), in, Dialogue.of(in.journal()), incidents(rules, in));
    }

    ConversationState state() {
        return in.state();
    }

    long at() {
        return in.ruling().at();
    }

    Situation situation() {
        return in.situation();
    }

    QueueRule queue() {
        return Objects.requireNonNull(rules.queues().get(in.route().queue()));
    }

    /** Opening hours of the queue; null = always open. */
    @Nullable
    CalendarRule calendar() {
        String id = queue().calendar();
        return id == null ? null : rules.calendars().get(id);
    }

    CategoryRule category() {
        return rules.category(state().getCategory());
    }

    /** The reading of a signal that speaks at this moment. */
    Optional<Reading> reading(Signal signal) {
        for (Reading reading : in.ruling().verdict().readings()) {
            if (reading.signal() == signal && (reading.strength() > 0 || reading.aligned() || reading.hard())) {
                return Optional.of(reading);
            }
        }
        return Optional.empty();
    }

    boolean speaks(Signal... signals) {
        for (Signal signal : signals) {
            if (reading(signal).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private static List<IncidentReported> incidents(Ruleset rules, PacketInput in) {
        if (in.incidents().isEmpty()) {
            return List.of();
        }
        String category = rules.category(in.state().getCategory()).id();
        Map<String, IncidentReported> last = new LinkedHashMap<>();
        for (IncidentReported report : in.incidents()) {
            last.merge(report.getIncidentId(), report, (a, b) -> b.getTime().isBefore(a.getTime()) ? a : b);
        }
        List<IncidentReported> open = new ArrayList<>(last.values());
        open.removeIf(report -> report.getPhase() == IncidentPhase.CLOSED || !touches(report, category));
        open.sort(Comparator.comparing(IncidentReported::getTime)
                .reversed()
                .thenComparing(IncidentReported::getIncidentId));
        return open;
    }

    private static boolean touches(IncidentReported report, String category) {
        return report.getCategories().isEmpty() || report.getCategories().contains(category);
    }
}

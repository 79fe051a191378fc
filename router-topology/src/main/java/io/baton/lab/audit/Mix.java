// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.audit;

import io.baton.lab.audit.TicketType.Solution;
import io.baton.policy.ruleset.CategoryRule;
import io.baton.policy.ruleset.Ruleset;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * A ticket mix: each kind with frequency, time, complexity and a proposed tier; and when they come.
 *
 * @param types most frequent first
 * @param months tickets a month, {@code 2026-03}
 * @param weekdays tickets a day of the week, from Monday, UTC
 * @param hours tickets an hour of the day, UTC
 */
record Mix(int tickets, List<TicketType> types, Map<String, Integer> months, int[] weekdays, int[] hours) {

    /** One answer that solves this share is clear and repeatable. */
    private static final double CLEAR = 0.6;
    /** Solutions of fewer tickets say nothing about what is repeatable. */
    private static final int FEW = 5;
    /** Minutes that a ticket of complexity 1 to 5 may take; twice that is out of proportion (R20). */
    private static final double[] USUAL = {5, 10, 20, 45, 120};

    static Mix of(List<Ticket> tickets, Ruleset rules) {
        Map<String, List<Ticket>> byType =
                tickets.stream().collect(Collectors.groupingBy(Ticket::type, TreeMap::new, Collectors.toList()));
        List<TicketType> types = new ArrayList<>();
        byType.forEach((type, all) -> types.add(type(type, all, tickets.size(), rules)));
        types.sort(Comparator.comparingInt(TicketType::count).reversed().thenComparing(TicketType::type));
        Map<String, Integer> months = new TreeMap<>();
        int[] weekdays = new int[7];
        int[] hours = new int[24];
        for (Ticket ticket : tickets) {
            var at = ticket.created().atOffset(ZoneOffset.UTC);
            months.merge("%04d-%02d".formatted(at.getYear(), at.getMonthValue()), 1, Integer::sum);
            weekdays[at.getDayOfWeek().getValue() - 1]++;
            hours[at.getHour()]++;
        }
        return new Mix(tickets.size(), types, months, weekdays, hours);
    }

    private static TicketType type(String type, List<Ticket> tickets, int all, Ruleset rules) {
        List<Double> minutes = tickets.stream()
                .map(Ticket::minutes)
                .filter(Objects::nonNull)
                .sorted()
                .toList();
        double median = minutes.isEmpty() ? 0 : minutes.get((minutes.size() - 1) / 2);
        double sum =
                minutes.stream().mapToDouble(Double::doubleValue).sum() + median * (tickets.size() - minutes.size());
        List<Solution> solutions = solutions(tickets);
        int known = solutions.stream().mapToInt(Solution::count).sum();
        double top = known < FEW ? 0 : solutions.get(0).count() / (double) known;
        CategoryRule category = rules.categories().get(type);
        int complexity = category != null ? category.complexity() : complexity(median, top, known);
        boolean risky = category != null && (category.highStakes() || category.intensity() >= 4);
        int tier = risky || complexity >= 4 ? 3 : top >= CLEAR ? 1 : 2;
        return new TicketType(
                type,
                tickets.size(),
                tickets.size() / (double) all,
                median,
                sum / 60,
                complexity,
                solutions,
                top,
                tickets.stream().filter(Ticket::human).count() / (double) tickets.size(),
                median > 2 * USUAL[complexity - 1],
                tier,
                "repeatable: " + (top >= CLEAR ? "yes" : "no") + ", emotion, risk or judgement: "
                        + (risky || complexity >= 4 ? "yes" : "no") + ", single clear answer: "
                        + (top >= CLEAR ? "yes" : "no"));
    }

    private static List<Solution> solutions(List<Ticket> tickets) {
        Map<String, Integer> counts = new TreeMap<>();
        tickets.forEach(ticket -> {
            if (ticket.solution() != null) {
                counts.merge(ticket.solution(), 1, Integer::sum);
            }
        });
        List<Solution> solutions = new ArrayList<>();
        counts.forEach((name, count) -> solutions.add(new Solution(name, count)));
        solutions.sort(Comparator.comparingInt(Solution::count).reversed().thenComparing(Solution::name));
        return Collections.unmodifiableList(solutions);
    }

    /** Of a kind that the policy does not know: by time, one more where no solution stands out, in the middle where neither is known. */
    private static int complexity(double median, double top, int known) {
        if (median == 0 && known == 0) {
            return 3;
        }
        int level = 1;
        while (level < USUAL.length && median > USUAL[level - 1]) {
            level++;
        }
        return known > 0 && top < CLEAR / 2 ? Math.min(5, level + 1) : level;
    }

    /** Kinds to automate, those that would save most time first (R20). */
    List<TicketType> candidates() {
        return types.stream()
                .filter(type -> type.candidateHours() > 0)
                .sorted(Comparator.comparingDouble(TicketType::candidateHours).reversed())
                .toList();
    }
}

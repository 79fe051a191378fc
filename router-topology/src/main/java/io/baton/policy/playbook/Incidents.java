// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.playbook;

import io.baton.event.IncidentPhase;
import io.baton.event.IncidentReported;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Every report of every incident, by its own time. So it can be asked what was known at a moment, and when that changed: a
 * replay has read all reports before the first conversation begins and still sees an incident only while it lasts.
 *
 * <p>Immutable; the same reports in any order, or twice, make the same.
 */
public final class Incidents {

    /** No incident was ever reported. */
    public static final Incidents NONE = new Incidents(Map.of());

    private static final long NEVER = Long.MAX_VALUE;
    /** Of more incidents those that closed longest ago are forgotten. */
    private static final int MOST = 1_000;

    private static final Comparator<IncidentReported> IN_ORDER = Comparator.comparing(IncidentReported::getTime)
            .thenComparing(IncidentReported::getPhase)
            .thenComparing(IncidentReported::getSource)
            .thenComparing(IncidentReported::getId);

    private final Map<String, List<IncidentReported>> reports;
    private final long[] changes;
    /** From when on nothing is open, as far as is known. */
    private final long quietFrom;

    private Incidents(Map<String, List<IncidentReported>> reports) {
        this.reports = reports;
        this.changes = reports.values().stream()
                .flatMap(List::stream)
                .mapToLong(report -> report.getTime().toEpochMilli())
                .sorted()
                .distinct()
                .toArray();
        boolean over = reports.values().stream().allMatch(Incidents::isClosed);
        this.quietFrom = changes.length == 0 ? 0 : over ? changes[changes.length - 1] : NEVER;
    }

    /** These and one more; the very same where it is known. */
    public Incidents with(IncidentReported report) {
        List<IncidentReported> known = reports.getOrDefault(report.getIncidentId(), List.of());
        if (known.stream().anyMatch(other -> IN_ORDER.compare(other, report) == 0)) {
            return this;
        }
        List<IncidentReported> more = new ArrayList<>(known);
        more.add(report);
        more.sort(IN_ORDER);
        Map<String, List<IncidentReported>> all = new TreeMap<>(reports);
        all.put(report.getIncidentId(), List.copyOf(more));
        return new Incidents(all);
    }

    /**
     * Without those that closed before a moment, and without those that closed longest ago where there are more than can be told
     * apart; the very same where all stay. What is open stays in any case.
     *
     * @param before epoch milliseconds
     */
    public Incidents since(long before) {
        List<String> closed = reports.entrySet().stream()
                .filter(story -> isClosed(story.getValue()))
                .sorted(Comparator.comparing(story -> lastTime(story.getValue())))
                .map(Map.Entry::getKey)
                .toList();
        int surplus = reports.size() - MOST;
        Map<String, List<IncidentReported>> kept = new TreeMap<>(reports);
        for (int i = 0; i < closed.size(); i++) {
            if (i < surplus || lastTime(reports.getOrDefault(closed.get(i), List.of())) < before) {
                kept.remove(closed.get(i));
            }
        }
        return kept.size() == reports.size() ? this : new Incidents(kept);
    }

    /** Ids of the incidents that are known. */
    public Set<String> ids() {
        return reports.keySet();
    }

    private static boolean isClosed(List<IncidentReported> story) {
        return story.get(story.size() - 1).getPhase() == IncidentPhase.CLOSED;
    }

    private static long lastTime(List<IncidentReported> story) {
        return story.get(story.size() - 1).getTime().toEpochMilli();
    }

    public boolean isEmpty() {
        return changes.length == 0;
    }

    /** What is open at a moment, by the id of the incident: the last word on each, with what earlier reports said besides. */
    public List<IncidentReported> open(long at) {
        if (at >= quietFrom || at < changes[0]) {
            return List.of();
        }
        List<IncidentReported> open = new ArrayList<>();
        for (List<IncidentReported> story : reports.values()) {
            IncidentReported now = told(story, at);
            if (now != null && now.getPhase() != IncidentPhase.CLOSED) {
                open.add(now);
            }
        }
        return open;
    }

    /** The latest change that is known, epoch milliseconds; 0 = none. */
    public long latest() {
        return changes.length == 0 ? 0 : changes[changes.length - 1];
    }

    /** The last word on an incident at a moment; null where nothing had been said. */
    public @Nullable IncidentReported last(String incidentId, long at) {
        return told(reports.getOrDefault(incidentId, List.of()), at);
    }

    /** When the incident was opened and, if it was, closed at or before a moment; epoch milliseconds, 0 = not. */
    public Span span(String incidentId, long at) {
        long opened = 0;
        long closed = 0;
        for (IncidentReported report : reports.getOrDefault(incidentId, List.of())) {
            long time = report.getTime().toEpochMilli();
            if (time <= at) {
                opened = opened == 0 ? time : opened;
                closed = report.getPhase() == IncidentPhase.CLOSED ? time : 0;
            }
        }
        return new Span(opened, closed);
    }

    /** From when to when, epoch milliseconds; 0 = not. */
    public record Span(long openedAt, long closedAt) {}

    /** The first change after a moment, epoch milliseconds; {@code Long.MAX_VALUE} if none is known. */
    public long next(long after) {
        int found = Arrays.binarySearch(changes, after + 1);
        int place = found >= 0 ? found : -found - 1;
        return place < changes.length ? changes[place] : NEVER;
    }

    private static @Nullable IncidentReported told(List<IncidentReported> story, long at) {
        IncidentReported now = null;
        for (IncidentReported report : story) {
            if (report.getTime().toEpochMilli() > at) {
                break;
            }
            now = now == null || now.getPhase() == IncidentPhase.CLOSED ? report : over(now, report);
        }
        return now;
    }

    /** A later report says what is new: which categories, what share and how severe stays as it was where it is silent. */
    private static IncidentReported over(IncidentReported before, IncidentReported report) {
        return IncidentReported.newBuilder(report)
                .setCategories(report.getCategories().isEmpty() ? before.getCategories() : report.getCategories())
                .setShare(report.getShare() == null ? before.getShare() : report.getShare())
                .setSeverity(report.getSeverity() == null ? before.getSeverity() : report.getSeverity())
                .build();
    }
}

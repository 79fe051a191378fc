// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.watch;

import io.baton.event.IncidentPhase;
import io.baton.event.IncidentReported;
import io.baton.policy.ruleset.PlaybookRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SpikeRule;
import io.baton.state.AlertStanding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Notices that far more conversations than usual begin in a category, and when that is over (C01, C06): over all partitions, from
 * the figures of their minutes.
 *
 * <p>Usual is the mean of the windows before, or what the same hour held in one of the last four weeks where that was more; and where
 * all other categories are busier than usual as well, so many times more, so that the beginning of a working day is no rush.
 */
public final class Rushes {

    /** Source of the reports. */
    public static final String SOURCE = "baton";

    private static final int WINDOWS = 8;
    private static final int WEEKS = 4;

    private final Ruleset rules;

    public Rushes(Ruleset rules) {
        this.rules = rules;
    }

    /** A rush that begins or ends; the key is that of its standing. */
    public record Change(String key, IncidentReported report) {}

    /**
     * Looks at every category.
     *
     * @param minute full minute, epoch milliseconds; what began from then on is not looked at
     * @param standings rushes that last, by playbook and category, with the limit that they passed; kept up to date
     */
    public List<Change> look(History history, long minute, Map<String, AlertStanding> standings) {
        List<Change> changes = new ArrayList<>();
        for (PlaybookRule playbook : rules.playbooks().values()) {
            SpikeRule spike = playbook.spike();
            if (spike != null) {
                String prefix = playbook.id() + "/";
                for (String category : watched(history, minute, spike, standings, prefix)) {
                    look(history, minute, playbook.kind(), spike, category, prefix + category, standings, changes);
                }
            }
        }
        return changes;
    }

    private static Set<String> watched(
            History history, long minute, SpikeRule spike, Map<String, AlertStanding> standings, String prefix) {
        Set<String> watched = new HashSet<>();
        if (!history.isQuiet(minute - spike.windowMillis(), minute)) {
            watched.addAll(history.categories());
        }
        standings.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .forEach(key -> watched.add(key.substring(prefix.length())));
        watched.remove(History.ALL);
        return watched;
    }

    private void look(
            History history,
            long minute,
            String kind,
            SpikeRule spike,
            String category,
            String key,
            Map<String, AlertStanding> standings,
            List<Change> changes) {
        double now = begun(history, category, minute - spike.windowMillis(), minute);
        AlertStanding standing = standings.get(key);
        if (standing != null) {
            if (now < standing.getValue() / 2) {
                standings.remove(key);
                changes.add(change(key, kind, category, standing.getRaisedAt(), minute, IncidentPhase.CLOSED));
            }
        } else if (rules.categories().containsKey(category) && now >= spike.minVolume()) {
            double limit = limit(history, category, minute, spike);
            if (now >= limit) {
                standings.put(key, new AlertStanding(minute, limit, 0L));
                changes.add(change(key, kind, category, minute, minute, IncidentPhase.OPENED));
            }
        }
    }

    /** How many conversations in a window are too many; none is where a whole window before this one is not known yet. */
    private static double limit(History history, String category, long minute, SpikeRule spike) {
        long window = spike.windowMillis();
        long known = (minute - window - history.firstMinute()) / window;
        int windows = (int) Math.min(WINDOWS, known);
        if (windows < 1) {
            return Double.MAX_VALUE;
        }
        double usual = 0;
        double all = 0;
        for (int i = 1; i <= windows; i++) {
            long from = minute - window * (i + 1L);
            usual += begun(history, category, from, from + window) / windows;
            all += begun(history, History.ALL, from, from + window) / windows;
        }
        double others = begun(history, History.ALL, minute - window, minute)
                - begun(history, category, minute - window, minute);
        double busier = Math.max(1, others / Math.max(1, all - usual));
        double least = spike.minVolume() / spike.factor();
        double most = Math.max(Math.max(usual, least) * busier, sameHour(history, category, minute, window));
        return spike.factor() * most;
    }

    /** The most that the hours at which a window lies held of it in the last weeks. */
    private static double sameHour(History history, String category, long minute, long window) {
        double most = 0;
        for (int week = 1; week <= WEEKS; week++) {
            long end = minute - week * 7L * History.DAY;
            long first = Math.floorDiv(end - window, History.HOUR) * History.HOUR;
            for (long hour = first; hour < end; hour += History.HOUR) {
                double begun = history.hours(category, WatchedFigure.STARTED, hour, hour + History.HOUR)
                        .numerator();
                most = Math.max(most, begun * window / History.HOUR);
            }
        }
        return most;
    }

    private static double begun(History history, String category, long from, long to) {
        return history.sum(category, WatchedFigure.STARTED, from, to).numerator();
    }

    private static Change change(String key, String kind, String category, long since, long at, IncidentPhase phase) {
        String id = "spike-" + category + "-" + Instant.ofEpochMilli(since);
        return new Change(
                key,
                IncidentReported.newBuilder()
                        .setId(id + "-" + phase.name().toLowerCase(java.util.Locale.ROOT))
                        .setSource(SOURCE)
                        .setIncidentId(id)
                        .setTime(Instant.ofEpochMilli(at))
                        .setPhase(phase)
                        .setKind(kind)
                        .setCategories(List.of(category))
                        .build());
    }
}

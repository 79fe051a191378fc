// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.playbook;

import io.baton.event.IncidentPhase;
import io.baton.event.IncidentReported;
import io.baton.policy.ruleset.SpikeRule;
import io.baton.state.CategoryPulse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Notices that far more conversations than usual begin in a category, and until when (C01, C06).
 *
 * <p>Counted a partition, by event time, so that it follows from the events alone: customers are spread evenly, and each
 * partition sees its share. What is usual is known after a first window. A spike ends when a window would hold half of what
 * began it, as far as is known then.
 */
public final class Pulse {

    /** A window is counted in so many slices. */
    private static final int SLICES = 5;
    /** What was usual is taken from so many windows. */
    private static final int WINDOWS = 8;
    /** Numbers, two a spike. */
    private static final int MOST = 16;

    private final SpikeRule rule;
    private final double minVolume;
    private final long width;

    /** @param partitions how many share the customers */
    public Pulse(SpikeRule rule, int partitions) {
        this.rule = rule;
        this.minVolume = rule.minVolume() / (double) partitions;
        this.width = Math.max(1, rule.windowMillis() / SLICES);
    }

    /** One more conversation about the category begins. */
    public CategoryPulse beat(@Nullable CategoryPulse before, String category, long at) {
        NavigableMap<Long, Integer> slices = slices(before);
        long slice = Math.floorDiv(at, width);
        slices.merge(slice, 1, Integer::sum);
        slices.headMap(slices.lastKey() - SLICES * (WINDOWS + 1L)).clear();
        long since = before == null ? at : Math.min(before.getSince(), at);
        List<Long> spikes = before == null ? new ArrayList<>() : new ArrayList<>(before.getSpikes());
        double usual = before == null ? 0 : before.getUsual();
        boolean lasts = !spikes.isEmpty() && spikes.get(spikes.size() - 1) > at;
        double now = usual(slices, slice, since);
        if (!lasts && now >= 0 && sum(slices, slice - SLICES, slice) >= Math.max(minVolume, rule.factor() * now)) {
            usual = now;
            spikes.add(at);
            spikes.add(at);
            lasts = true;
        }
        if (lasts) {
            int last = spikes.size() - 1;
            spikes.set(
                    last,
                    Math.max(spikes.get(last), ends(slices, slice, Math.max(minVolume, rule.factor() * usual) / 2)));
        }
        spikes.subList(0, Math.max(0, spikes.size() - MOST)).clear();
        return new CategoryPulse(
                category, since, new ArrayList<>(slices.keySet()), new ArrayList<>(slices.values()), usual, spikes);
    }

    /** The spikes as incidents of a kind, that explain the category. */
    public static List<IncidentReported> incidents(CategoryPulse pulse, String kind) {
        List<IncidentReported> reports = new ArrayList<>();
        for (int i = 0; i + 1 < pulse.getSpikes().size(); i += 2) {
            String id = "spike-" + pulse.getCategory() + "-"
                    + Instant.ofEpochMilli(pulse.getSpikes().get(i));
            reports.add(report(id, kind, pulse, pulse.getSpikes().get(i), IncidentPhase.OPENED));
            reports.add(report(id, kind, pulse, pulse.getSpikes().get(i + 1), IncidentPhase.CLOSED));
        }
        return reports;
    }

    private static IncidentReported report(String id, String kind, CategoryPulse pulse, long at, IncidentPhase phase) {
        return IncidentReported.newBuilder()
                .setId(id)
                .setSource("baton")
                .setIncidentId(id)
                .setTime(Instant.ofEpochMilli(at))
                .setPhase(phase)
                .setKind(kind)
                .setCategories(List.of(pulse.getCategory()))
                .build();
    }

    private static NavigableMap<Long, Integer> slices(@Nullable CategoryPulse before) {
        NavigableMap<Long, Integer> slices = new TreeMap<>();
        for (int i = 0; before != null && i < before.getSlices().size(); i++) {
            slices.put(before.getSlices().get(i), before.getCounts().get(i));
        }
        return slices;
    }

    /** How many a window before this one; below 0 where there was not yet a whole window. */
    private double usual(NavigableMap<Long, Integer> slices, long slice, long since) {
        double windows = Math.min(WINDOWS, (slice - SLICES - Math.floorDiv(since, width) + 1) / (double) SLICES);
        return windows < 1 ? -1 : sum(slices, slice - SLICES * (WINDOWS + 1L), slice - SLICES) / windows;
    }

    private long ends(NavigableMap<Long, Integer> slices, long slice, double limit) {
        long end = slice + 1;
        while (end < slice + SLICES && sum(slices, end - SLICES, slice) >= limit) {
            end++;
        }
        return end * width;
    }

    /** After the first and up to the last slice. */
    private static int sum(NavigableMap<Long, Integer> slices, long after, long last) {
        int sum = 0;
        for (Map.Entry<Long, Integer> entry :
                slices.subMap(after, false, last, true).entrySet()) {
            sum += entry.getValue();
        }
        return sum;
    }
}

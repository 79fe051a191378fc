// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.solution;

import io.baton.event.SimilarCase;
import io.baton.event.SolutionRate;
import io.baton.event.SolutionsCounted;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** What is known of resolutions on this instance. Immutable. */
public final class Solutions {

    /** Nothing is known. */
    public static final Solutions NONE = new Solutions(Map.of());

    /** Fewer cases than this recommend nothing. */
    static final int LEAST = 5;

    private static final double SAME_SEGMENT = 1;
    private static final double OTHER_SEGMENTS = 0.5;

    /** A packet names what was counted before its day began, when that has surely been read: one hour later. */
    static final long READ_BY = Duration.ofHours(1).toMillis();

    /** The two newest by category and then segment, the newest first. */
    private final Map<String, Map<String, List<SolutionsCounted>>> known;

    private Solutions(Map<String, Map<String, List<SolutionsCounted>>> known) {
        this.known = known;
    }

    /** The same with what was counted since. */
    public Solutions with(SolutionsCounted counted) {
        Map<String, Map<String, List<SolutionsCounted>>> all = new HashMap<>(known);
        Map<String, List<SolutionsCounted>> segments = new TreeMap<>(all.getOrDefault(counted.getCategory(), Map.of()));
        List<SolutionsCounted> both = new ArrayList<>(segments.getOrDefault(counted.getSegment(), List.of()));
        both.removeIf(one -> one.getUntil().equals(counted.getUntil()));
        both.add(counted);
        both.sort(Comparator.comparing(SolutionsCounted::getUntil).reversed());
        segments.put(counted.getSegment(), List.copyOf(both.subList(0, Math.min(2, both.size()))));
        all.put(counted.getCategory(), segments);
        return new Solutions(all);
    }

    /**
     * Resolutions that worked for such a case, the surest first: those of the segment, and then what other segments of the category
     * were helped with. Codes with fewer than five cases are not named.
     *
     * @param category null = unknown; then nothing is similar
     * @param at moment of the case, epoch milliseconds
     * @param most how many at most
     */
    public List<SimilarCase> like(@Nullable String category, String segment, long at, int most) {
        Map<String, SolutionRate> own = new TreeMap<>();
        Map<String, SolutionRate> others = new TreeMap<>();
        Map<String, List<SolutionsCounted>> segments =
                category == null ? Map.of() : known.getOrDefault(category, Map.of());
        segments.forEach((name, counted) -> counted.stream()
                .filter(one -> one.getUntil().toEpochMilli() + READ_BY <= at)
                .findFirst()
                .ifPresent(one -> one.getSolutions()
                        .forEach(rate -> (name.equals(segment) ? own : others)
                                .merge(rate.getResolution(), rate, Solutions::sum))));
        List<SimilarCase> similar = new ArrayList<>(named(own, SAME_SEGMENT));
        similar.forEach(one -> others.remove(one.getResolution()));
        similar.addAll(named(others, OTHER_SEGMENTS));
        return List.copyOf(similar.subList(0, Math.min(most, similar.size())));
    }

    private static SolutionRate sum(SolutionRate a, SolutionRate b) {
        return new SolutionRate(a.getResolution(), a.getHeld() + b.getHeld(), a.getTried() + b.getTried());
    }

    private static List<SimilarCase> named(Map<String, SolutionRate> rates, double similarity) {
        return rates.values().stream()
                .filter(rate -> rate.getTried() >= LEAST && rate.getHeld() > 0)
                .sorted(SolutionCount.surest())
                .map(rate -> similar(rate, similarity))
                .toList();
    }

    private static SimilarCase similar(SolutionRate rate, double similarity) {
        Wilson interval = Wilson.of(rate.getHeld(), rate.getTried());
        return SimilarCase.newBuilder()
                .setConversationId("")
                .setResolution(rate.getResolution())
                .setSimilarity(similarity)
                .setHeld(rate.getHeld())
                .setTried(rate.getTried())
                .setLow(interval.low())
                .setHigh(interval.high())
                .build();
    }
}

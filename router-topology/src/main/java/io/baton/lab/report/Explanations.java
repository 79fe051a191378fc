// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.report;

import io.baton.event.Channel;
import io.baton.lab.page.Page;
import io.baton.lab.report.Period.Total;
import io.baton.policy.solution.Wilson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Which resolutions of the assistant last, segment by segment, the surest first, and where segments differ (L14). */
final class Explanations {

    private static final String PREFIX = "solved-by.";
    /** Fewer resolutions than this of a segment say nothing. */
    static final int LEAST = 5;
    /** Resolutions shown for a segment. */
    static final int MOST = 5;

    /**
     * One resolution in one segment.
     *
     * @param others how often it lasts in all other segments together
     */
    record Row(String segment, String resolution, long held, long tried, Wilson range, Wilson others) {

        /** Whether this segment differs from the others beyond chance: their intervals do not meet. */
        String verdict() {
            if (range.low() > others.high()) {
                return "better than elsewhere";
            }
            return range.high() < others.low() ? "worse than elsewhere" : "";
        }
    }

    private Explanations() {}

    static List<Row> of(Period period) {
        Map<String, Map<String, Total>> segments = period.bySegment(Channel.AUTOMATED);
        Map<String, long[]> all = new TreeMap<>();
        segments.values()
                .forEach(figures -> figures.forEach((name, total) -> {
                    if (name.startsWith(PREFIX)) {
                        long[] sum = all.computeIfAbsent(name, key -> new long[2]);
                        sum[0] += Math.round(total.numerator());
                        sum[1] += Math.round(total.denominator());
                    }
                }));
        List<Row> rows = new ArrayList<>();
        segments.forEach((segment, figures) -> figures.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(PREFIX) && entry.getValue().denominator() >= LEAST)
                .map(entry ->
                        row(segment, entry.getKey(), entry.getValue(), all.getOrDefault(entry.getKey(), new long[2])))
                .sorted(Comparator.comparingDouble((Row row) -> -row.range().low())
                        .thenComparing(Row::resolution))
                .limit(MOST)
                .forEach(rows::add));
        return rows;
    }

    private static Row row(String segment, String name, Total own, long[] all) {
        long held = Math.round(own.numerator());
        long tried = Math.round(own.denominator());
        return new Row(
                segment,
                name.substring(PREFIX.length()),
                held,
                tried,
                Wilson.of(held, tried),
                Wilson.of(all[0] - held, all[1] - tried));
    }

    static void addTo(Page page, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        page.heading("What the assistant solves it with, by segment")
                .note(
                        "Resolutions that lasted, of those with five cases or more in the segment; the range holds the true share 19"
                                + " times in 20.")
                .table(
                        List.of("segment", "resolution", "lasted / all", "range", ""),
                        rows.stream().map(Explanations::cells).toList());
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.segment(),
                row.resolution(),
                row.held() + " / " + row.tried(),
                String.format(
                        Locale.ROOT,
                        "%.0f to %.0f %%",
                        100 * row.range().low(),
                        100 * row.range().high()),
                row.verdict());
    }
}

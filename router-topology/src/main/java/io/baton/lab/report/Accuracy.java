// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.report;

import io.baton.lab.page.Page;
import io.baton.lab.report.Period.Total;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Whether the right conversations were handed over (M11): precision and recall as a whole, a category, a rule and a signal. */
final class Accuracy {

    private Accuracy() {}

    /**
     * One line.
     *
     * @param precision escalations judged right by those judged; null = none was judged
     * @param recall those handed over, rules and signals in time, by what needed a human; null = nothing is known to have
     */
    record Row(
            String kind,
            String name,
            @Nullable Total precision,
            @Nullable Total recall) {

        private double judged() {
            return precision == null ? 0 : precision.denominator();
        }

        private boolean says() {
            return judged() > 0 || (recall != null && recall.numerator() > 0);
        }
    }

    /** The whole first, then categories, rules and signals that have a verdict or a miss, those judged most often first. */
    static List<Row> of(Period period) {
        Map<String, Total> all = period.all();
        List<Row> rows = new ArrayList<>();
        Row whole = new Row("all", "", all.get("escalation-precision"), all.get("escalation-recall"));
        if (whole.judged() == 0 && denominator(whole.recall()) == 0) {
            return rows;
        }
        rows.add(whole);
        List<Row> categories = new ArrayList<>();
        for (String category : period.categories()) {
            Map<String, Total> figures = period.all(category);
            Row row = new Row(
                    "category", category, figures.get("escalation-precision"), figures.get("escalation-recall"));
            if (row.judged() > 0 || denominator(row.recall()) > 0) {
                categories.add(row);
            }
        }
        rows.addAll(sorted(categories));
        rows.addAll(named("rule", all));
        rows.addAll(named("signal", all));
        return rows;
    }

    private static List<Row> named(String kind, Map<String, Total> all) {
        String precision = kind + "-precision.";
        String recall = kind + "-recall.";
        Set<String> names = new TreeSet<>();
        for (String figure : all.keySet()) {
            if (figure.startsWith(precision)) {
                names.add(figure.substring(precision.length()));
            } else if (figure.startsWith(recall)) {
                names.add(figure.substring(recall.length()));
            }
        }
        return sorted(names.stream()
                .map(name -> new Row(kind, name, all.get(precision + name), all.get(recall + name)))
                .filter(Row::says)
                .toList());
    }

    private static List<Row> sorted(List<Row> rows) {
        return rows.stream()
                .sorted(Comparator.comparingDouble((Row row) -> -row.judged()).thenComparing(Row::name))
                .toList();
    }

    private static double denominator(@Nullable Total total) {
        return total == null ? 0 : total.denominator();
    }

    static void addTo(Page page, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        page.heading("Were the escalations right")
                .note(
                        "Precision: of the escalations that agents have judged, those that were needed. Recall: of what is known to have"
                                + " needed a human (judged so, or an automated resolution that did not hold, was rated low or that a reviewer"
                                + " would have handed over), what was handed over; by a rule or a signal only what it handed over in time.")
                .table(
                        List.of("", "name", "precision", "of judged", "recall", "of needed"),
                        rows.stream().map(Accuracy::cells).toList());
    }

    private static List<String> cells(Row row) {
        return List.of(
                row.kind(),
                row.name(),
                share(row.precision()),
                of(row.precision()),
                share(row.recall()),
                of(row.recall()));
    }

    private static String share(@Nullable Total total) {
        Double value = total == null ? null : total.value();
        return value == null ? "–" : String.format(Locale.ROOT, "%.1f %%", 100 * value);
    }

    private static String of(@Nullable Total total) {
        return total == null ? "–" : Page.number(total.denominator());
    }
}

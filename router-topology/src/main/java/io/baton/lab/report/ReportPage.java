// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.report;

import io.baton.event.Channel;
import io.baton.lab.page.Page;
import io.baton.lab.report.Period.Total;
import io.baton.policy.outcome.Measures;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The report as one page and as CSV. */
final class ReportPage {

    private static final String VARIANT = "variant-success.";
    private static final List<String> ASSISTANT = List.of(
            "resolved",
            "durable",
            "abandoned",
            "returned",
            "containment",
            "deflection-accuracy",
            "resolution-rate",
            "first-contact-resolution",
            "reopen-rate",
            "missed-escalations",
            "unhelpful",
            "csat",
            "nps",
            "effort",
            "worked",
            "confidence",
            "calibration-error",
            "misclassification",
            "automated-turns",
            "time-to-resolution",
            "resolution-quality",
            "cost-per-resolution",
            "scorecard");
    private static final List<String> HUMAN = List.of(
            "resolved",
            "durable",
            "abandoned",
            "returned",
            "resolution-rate",
            "first-contact-resolution",
            "reopen-rate",
            "csat",
            "nps",
            "effort",
            "worked",
            "handle-time",
            "first-response",
            "response-time",
            "time-to-resolution",
            "draft-share",
            "draft-kept",
            "agent-resolved",
            "agent-productivity",
            "resolution-quality",
            "high-stakes-saved",
            "cost-per-resolution",
            "scorecard");

    private ReportPage() {}

    static String csv(Period period) {
        StringBuilder csv = new StringBuilder("channel,category,figure,value,numerator,denominator,unit\n");
        for (String category : period.categories()) {
            period.byChannel(category)
                    .forEach((channel, figures) -> figures.forEach((name, total) -> csv.append(String.format(
                            Locale.ROOT,
                            "%s,%s,%s,%s,%s,%s,%s%n",
                            channel,
                            quoted(category),
                            quoted(name),
                            total.value() == null ? "" : total.value(),
                            total.numerator(),
                            total.denominator(),
                            total.unit()))));
        }
        return csv.toString();
    }

    static String quoted(String text) {
        return text.matches("[A-Za-z0-9 ._:-]*") ? text : "\"" + text.replace("\"", "\"\"") + "\"";
    }

    static String html(Period period, List<Targets.Row> targets, String from, String to) {
        Page page = new Page("Support from " + from + " to " + to);
        if (period.isEmpty()) {
            return page.note("No figures in this period.").end();
        }
        Map<Channel, Map<String, Total>> channels = period.byChannel();
        page.heading("The assistant")
                .note("Conversations without a human, and those that it and a human worked on together.")
                .table(
                        List.of("figure", "automated", "assisted", "parts, automated", ""),
                        rows(ASSISTANT, channels, Channel.AUTOMATED, Channel.ASSISTED));
        page.heading("Humans")
                .note("Conversations of humans alone, and those that they and the assistant worked on together.")
                .table(
                        List.of("figure", "human", "assisted", "parts, human", ""),
                        rows(HUMAN, channels, Channel.HUMAN, Channel.ASSISTED));
        Trend.addTo(page, period);
        Targets.addTo(page, targets);
        Explanations.addTo(page, Explanations.of(period));
        compared(page, period);
        variants(page, channels);
        Accuracy.addTo(page, Accuracy.of(period));
        handedOver(page, period, channels);
        return page.end();
    }

    private static List<List<String>> rows(
            List<String> figures, Map<Channel, Map<String, Total>> channels, Channel first, Channel second) {
        List<List<String>> rows = new ArrayList<>();
        for (String figure : figures) {
            Total one = channels.getOrDefault(first, Map.of()).get(figure);
            Total two = channels.getOrDefault(second, Map.of()).get(figure);
            String parts = one == null || one.count()
                    ? ""
                    : Page.number(one.numerator()) + " / " + Page.number(one.denominator());
            rows.add(List.of(figure, text(one), text(two), parts, meaning(figure)));
        }
        return rows;
    }

    private static String meaning(String figure) {
        return Measures.valueOf(figure.toUpperCase(Locale.ROOT).replace('-', '_'))
                .definition();
    }

    static String text(@Nullable Total total) {
        return total == null ? "–" : text(total.value(), total.unit());
    }

    /** A value in its unit. */
    static String text(@Nullable Double value, String unit) {
        if (value == null) {
            return "–";
        }
        return switch (unit) {
            case "ratio" -> String.format(Locale.ROOT, "%.1f %%", 100 * value);
            case "seconds" -> Page.number(value) + " s";
            default -> Page.number(value);
        };
    }

    /** Satisfaction of automated and human work in the same category (M06). */
    private static void compared(Page page, Period period) {
        List<List<String>> rows = new ArrayList<>();
        for (String category : period.categories()) {
            Map<Channel, Map<String, Total>> channels = period.byChannel(category);
            List<String> row = new ArrayList<>(List.of(category));
            for (Channel channel : Channel.values()) {
                Total csat = channels.getOrDefault(channel, Map.of()).get("csat");
                row.add(text(csat));
                row.add(csat == null ? "–" : Page.number(csat.denominator()));
            }
            rows.add(row);
        }
        page.heading("Satisfaction in the same category")
                .table(List.of("category", "automated", "answers", "assisted", "answers", "human", "answers"), rows);
    }

    /** Variants of the assistant against all others together, by a test that may be looked at at any time (L08). */
    private static void variants(Page page, Map<Channel, Map<String, Total>> channels) {
        Map<String, double[]> variants = new TreeMap<>();
        double[] all = new double[2];
        channels.values()
                .forEach(figures -> figures.forEach((name, total) -> {
                    if (name.startsWith(VARIANT)) {
                        double[] sums =
                                variants.computeIfAbsent(name.substring(VARIANT.length()), key -> new double[2]);
                        sums[0] += total.numerator();
                        sums[1] += total.denominator();
                        all[0] += total.numerator();
                        all[1] += total.denominator();
                    }
                }));
        if (variants.size() < 2) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        variants.forEach((name, sums) -> rows.add(List.of(
                name,
                Page.number(sums[0]) + " / " + Page.number(sums[1]),
                String.format(Locale.ROOT, "%.1f %%", sums[1] == 0 ? 0 : 100 * sums[0] / sums[1]),
                verdict(sums, all[0] - sums[0], all[1] - sums[1]))));
        page.heading("Variants of the assistant")
                .note(
                        "Solved without a human and stayed so. A winner is named at most once in twenty where there is none, however "
                                + "often this page is looked at.")
                .table(List.of("variant", "solved / ended", "share", "against the others"), rows);
    }

    private static String verdict(double[] sums, double otherSolved, double others) {
        if (SequentialTest.better(sums[0], sums[1], otherSolved, others)) {
            return "better: promote it";
        }
        return SequentialTest.better(otherSolved, others, sums[0], sums[1]) ? "worse: retire it" : "not decided";
    }

    /** What is handed over and what stays unsolved, by volume (M24, L10). */
    private static void handedOver(Page page, Period period, Map<Channel, Map<String, Total>> channels) {
        List<List<String>> triggers = new ArrayList<>();
        channels.forEach((channel, figures) -> figures.forEach((name, total) -> {
            if (name.startsWith("trigger.")) {
                triggers.add(List.of(
                        name.substring("trigger.".length()),
                        channel.name().toLowerCase(Locale.ROOT),
                        Page.number(total.numerator())));
            }
        }));
        triggers.sort(Comparator.comparingDouble((List<String> row) -> -Double.parseDouble(row.get(2))));
        page.heading("What hands over").table(List.of("rule", "began", "escalations"), triggers);
        List<List<String>> gaps = new ArrayList<>();
        for (String category : period.categories()) {
            double open = period.total(category, "abandoned").numerator()
                    + period.total(category, "returned").numerator()
                    + period.total(category, "escalated").numerator();
            double begun = period.total(category, "started").numerator();
            gaps.add(List.of(category, Page.number(open), Page.number(begun)));
        }
        gaps.sort(Comparator.comparingDouble((List<String> row) -> -Double.parseDouble(row.get(1))));
        page.heading("Gaps by volume")
                .note("Escalated, given up or come back with; each conversation counts for each of them.")
                .bars(
                        "Gaps a category",
                        gaps.stream().map(row -> row.get(0)).toList(),
                        gaps.stream().map(row -> Double.parseDouble(row.get(1))).toList())
                .table(List.of("category", "gaps", "conversations"), gaps);
    }
}

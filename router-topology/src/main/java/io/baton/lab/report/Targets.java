// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.report;

import io.baton.event.Channel;
import io.baton.lab.page.Page;
import io.baton.lab.report.Period.Total;
import io.baton.policy.ruleset.QaRule;
import io.baton.policy.ruleset.TargetRule;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Figures of a period against the targets of a policy, channel by channel (M28): each target over all categories, then the categories
 * that have a target of their own or miss the one of the channel.
 */
final class Targets {

    /**
     * One comparison.
     *
     * @param category empty = all categories
     * @param basis denominator of the value
     */
    record Row(
            Channel channel,
            String category,
            String figure,
            TargetRule rule,
            double target,
            @Nullable Double value,
            double basis,
            String unit) {

        /** Null where there is no value. */
        @Nullable
        Boolean met() {
            return value == null ? null : rule.isMet(value, target);
        }
    }

    private Targets() {}

    static List<Row> of(Period period, QaRule qa) {
        List<Row> rows = new ArrayList<>();
        for (Channel channel : Channel.values()) {
            new TreeMap<>(qa.targets(channel)).forEach((figure, rule) -> add(rows, period, channel, figure, rule));
        }
        return rows;
    }

    private static void add(List<Row> rows, Period period, Channel channel, String figure, TargetRule rule) {
        rows.add(row(channel, "", figure, rule, rule.value(), figures(period.byChannel(), channel)));
        for (String category : period.categories()) {
            Row own = row(
                    channel, category, figure, rule, rule.in(category), figures(period.byChannel(category), channel));
            if (own.value() != null && (rule.categories().containsKey(category) || Boolean.FALSE.equals(own.met()))) {
                rows.add(own);
            }
        }
    }

    private static Map<String, Total> figures(Map<Channel, Map<String, Total>> channels, Channel channel) {
        return channels.getOrDefault(channel, Map.of());
    }

    private static Row row(
            Channel channel,
            String category,
            String figure,
            TargetRule rule,
            double target,
            Map<String, Total> figures) {
        Total total = figures.get(figure);
        return new Row(
                channel,
                category,
                figure,
                rule,
                target,
                total == null ? null : total.value(),
                total == null ? 0 : total.denominator(),
                total == null ? "" : total.unit());
    }

    static void addTo(Page page, List<Row> rows) {
        if (rows.isEmpty()) {
            return;
        }
        page.heading("Targets")
                .note(
                        "What the policy asks of each channel by itself; of the categories, those with a target of their own and"
                                + " those that miss it.")
                .table(
                        List.of("channel", "category", "figure", "target", "reached", "of", ""),
                        rows.stream().map(Targets::cells).toList());
    }

    private static List<String> cells(Row row) {
        return List.of(
                name(row.channel()),
                row.category().isEmpty() ? "all" : row.category(),
                row.figure(),
                (row.rule().atLeast() ? "at least " : "at most ") + ReportPage.text(row.target(), row.unit()),
                ReportPage.text(row.value(), row.unit()),
                Page.number(row.basis()),
                word(row));
    }

    private static String word(Row row) {
        return row.met() == null ? "no figure" : row.met() ? "met" : "missed";
    }

    static String csv(List<Row> rows) {
        StringBuilder csv = new StringBuilder("channel,category,figure,bound,target,value,denominator,unit,result\n");
        for (Row row : rows) {
            csv.append(String.format(
                    Locale.ROOT,
                    "%s,%s,%s,%s,%s,%s,%s,%s,%s%n",
                    row.channel(),
                    ReportPage.quoted(row.category()),
                    row.figure(),
                    row.rule().atLeast() ? "at least" : "at most",
                    row.target(),
                    row.value() == null ? "" : row.value(),
                    row.basis(),
                    row.unit(),
                    word(row)));
        }
        return csv.toString();
    }

    private static String name(Channel channel) {
        return channel.name().toLowerCase(Locale.ROOT);
    }
}

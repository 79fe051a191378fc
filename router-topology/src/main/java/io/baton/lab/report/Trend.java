// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.report;

import io.baton.event.Channel;
import io.baton.lab.page.Page;
import io.baton.lab.report.Period.Total;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** How the main figures went over the period, channels apart (M06, L10): week by week, or day by day in a short one. */
final class Trend {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration DAY = Duration.ofDays(1);
    private static final int MOST_DAYS = 14;

    private Trend() {}

    static void addTo(Page page, Period period) {
        boolean weekly = period.length().compareTo(DAY.multipliedBy(MOST_DAYS)) > 0;
        Map<Instant, Map<Channel, Map<String, Total>>> spans = period.bySpan(weekly ? WEEK : DAY);
        if (spans.size() < 2) {
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        spans.forEach((start, channels) -> rows.add(List.of(
                start.toString().substring(0, 10),
                sum(channels, "started"),
                sum(channels, "escalated"),
                one(channels, Channel.AUTOMATED, "resolved"),
                one(channels, Channel.ASSISTED, "resolved"),
                one(channels, Channel.HUMAN, "resolved"),
                one(channels, Channel.AUTOMATED, "containment"),
                one(channels, Channel.AUTOMATED, "reopen-rate"),
                one(channels, Channel.AUTOMATED, "csat"),
                one(channels, Channel.HUMAN, "csat"))));
        page.heading(weekly ? "Week by week" : "Day by day")
                .table(
                        List.of(
                                "from",
                                "began",
                                "handed over",
                                "resolved: automated",
                                "assisted",
                                "human",
                                "containment",
                                "reopened: automated",
                                "csat: automated",
                                "human"),
                        rows);
    }

    private static String sum(Map<Channel, Map<String, Total>> channels, String figure) {
        return Page.number(channels.values().stream()
                .map(figures -> figures.get(figure))
                .mapToDouble(total -> total == null ? 0 : total.numerator())
                .sum());
    }

    private static String one(Map<Channel, Map<String, Total>> channels, Channel channel, String figure) {
        return ReportPage.text(channels.getOrDefault(channel, Map.of()).get(figure));
    }
}

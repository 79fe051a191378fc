// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.event.Channel;
import io.baton.event.ConversationDecision;
import io.baton.event.ConversationOutcome;
import io.baton.event.EscalationRaised;
import io.baton.event.Grain;
import io.baton.event.Measure;
import io.baton.event.MetricWindow;
import io.baton.names.Headers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Header;

/** Counts what a router wrote, and says it in a few lines. */
public final class Tally {

    private static final int MOST_REASONS = 8;

    private record Ended(int revision, Channel channel, boolean over) {}

    private record Contained(int revision, double numerator, double denominator) {}

    private final Map<String, Integer> refused = new TreeMap<>();
    private final Map<String, Integer> queues = new TreeMap<>();
    private final Map<String, Integer> reasons = new TreeMap<>();
    private final Map<String, Ended> outcomes = new HashMap<>();
    private final Map<String, Contained> contained = new HashMap<>();
    private int decisions;

    /** Counts one record of an output topic other than the dead letters. */
    public void count(SpecificRecord record) {
        if (record instanceof EscalationRaised packet && packet.getRevision() == 1) {
            queues.merge(packet.getQueue(), 1, Integer::sum);
            packet.getReasons().stream()
                    .map(reason -> reason.getSignal())
                    .distinct()
                    .forEach(signal -> reasons.merge(signal, 1, Integer::sum));
        } else if (record instanceof ConversationOutcome outcome) {
            boolean over = outcome.getEndedAt() != null;
            outcomes.merge(
                    outcome.getConversationId(),
                    new Ended(outcome.getRevision(), outcome.getChannel(), over),
                    (old, found) -> found.revision() > old.revision() ? found : old);
        } else if (record instanceof MetricWindow window && window.getGrain() == Grain.HOUR) {
            count(window);
        } else if (record instanceof ConversationDecision) {
            decisions++;
        }
    }

    private void count(MetricWindow window) {
        Measure share = window.getMeasures().get("containment");
        if (share == null) {
            return;
        }
        String row = window.getChannel() + "|" + window.getWindow().getStart() + "|" + window.getCategory() + "|"
                + window.getSegment();
        contained.merge(
                row,
                new Contained(window.getRevision(), share.getNumerator(), share.getDenominator()),
                (old, found) -> found.revision() > old.revision() ? found : old);
    }

    /** Counts one dead letter. */
    public void countRefused(org.apache.kafka.common.header.Headers headers) {
        Header reason = headers.lastHeader(Headers.REASON);
        refused.merge(reason == null ? "unknown" : new String(reason.value(), UTF_8), 1, Integer::sum);
    }

    /** How many records went to the dead letters. */
    public int refused() {
        return sum(refused);
    }

    /** How many conversations were handed over, each episode once. */
    public int escalations() {
        return sum(queues);
    }

    public int decisions() {
        return decisions;
    }

    /** A few lines for people: what was refused, handed over and ended, and by whom. */
    public List<String> lines() {
        Map<String, Integer> channels = new TreeMap<>();
        for (Ended ended : outcomes.values()) {
            if (ended.over()) {
                channels.merge(ended.channel().name().toLowerCase(Locale.ROOT), 1, Integer::sum);
            }
        }
        List<String> lines = new ArrayList<>();
        lines.add(line("decisions", decisions, ""));
        lines.add(line("handed over", escalations(), all(queues)));
        if (!reasons.isEmpty()) {
            lines.add(String.format(Locale.ROOT, "%-14s%9s  %s", "  because of", "", most(reasons)));
        }
        lines.add(line("ended", sum(channels), all(channels)));
        lines.addAll(containment());
        lines.add(line("refused", refused(), all(refused)));
        return lines;
    }

    /** As the metrics topics have it: of the conversations that began automated and ended, those that needed no human. */
    private List<String> containment() {
        double kept = 0;
        double all = 0;
        for (Contained share : contained.values()) {
            kept += share.numerator();
            all += share.denominator();
        }
        return all == 0
                ? List.of()
                : List.of(String.format(
                        Locale.ROOT,
                        "%-14s%8.1f %%  %,.0f of %,.0f that began automated and ended",
                        "containment",
                        100.0 * kept / all,
                        kept,
                        all));
    }

    /** One line of a summary. */
    public static String line(String what, long count, String more) {
        return String.format(Locale.ROOT, "%-14s%,9d  %s", what, count, more).stripTrailing();
    }

    private static String all(Map<String, Integer> counts) {
        return join(counts, Integer.MAX_VALUE);
    }

    private static String most(Map<String, Integer> counts) {
        String more = counts.size() > MOST_REASONS ? ", and " + (counts.size() - MOST_REASONS) + " others" : "";
        return join(counts, MOST_REASONS) + more;
    }

    private static String join(Map<String, Integer> counts, int most) {
        List<String> parts = counts.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(most)
                .map(entry -> String.format(Locale.ROOT, "%s %,d", entry.getKey(), entry.getValue()))
                .toList();
        return String.join(", ", parts);
    }

    private static int sum(Map<String, Integer> counts) {
        return counts.values().stream().mapToInt(Integer::intValue).sum();
    }
}

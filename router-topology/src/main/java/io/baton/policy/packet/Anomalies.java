// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.IncidentReported;
import io.baton.event.ProductSignalReported;
import io.baton.state.CustomerJourney;
import io.baton.state.CustomerSnapshot;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What may explain the issue, or makes the account one to be careful with: incidents, product signals, risk (H12). */
final class Anomalies {

    /** Product signals older than this hardly explain an issue of today. */
    private static final Duration RECENT = Duration.ofDays(30);

    /** Product signals named at most. */
    private static final int MAX_SIGNALS = 10;

    /** Change of usage that counts as a warning (T14: 40 % down in a week). */
    private static final double USAGE_DROP = -0.4;

    /** Days before a renewal in which nothing is a simple question (T16). */
    private static final int RENEWAL_DAYS = 7;

    /** Milliseconds of a day. */
    private static final long DAY = Duration.ofDays(1).toMillis();

    private static final int MAX_TEXT = 200;

    /** A placeholder's number belongs to the text it comes from and would be mistaken for one of the conversation. */
    private static final Pattern NUMBER = Pattern.compile("\\[([A-Z][A-Z0-9_]*?)_[0-9]+]");

    private Anomalies() {}

    static List<String> of(Case c) {
        List<String> all = new ArrayList<>();
        for (IncidentReported incident : c.incidents()) {
            all.add(incident(incident));
        }
        addSignals(all, c.in().journey(), c.at());
        addRisks(all, c.state().getCustomer(), c.at());
        return all;
    }

    private static String incident(IncidentReported incident) {
        return "Open incident " + Excerpt.of(incident.getIncidentId(), MAX_TEXT) + ": " + incident.getKind()
                + (incident.getStage() == null ? "" : ", " + incident.getStage());
    }

    private static void addSignals(List<String> all, @Nullable CustomerJourney journey, long at) {
        if (journey == null) {
            return;
        }
        Instant oldest = Instant.ofEpochMilli(at).minus(RECENT);
        journey.getSignals().stream()
                .filter(signal -> !signal.getTime().isBefore(oldest))
                .filter(signal -> signal.getTime().toEpochMilli() <= at)
                .sorted(Comparator.comparing(ProductSignalReported::getTime).reversed())
                .limit(MAX_SIGNALS)
                .map(Anomalies::signal)
                .forEach(all::add);
    }

    private static String signal(ProductSignalReported signal) {
        StringBuilder text = new StringBuilder(signal.getKind());
        if (signal.getFeature() != null) {
            text.append(" of ").append(signal.getFeature());
        }
        if (signal.getMagnitude() != null) {
            text.append(String.format(Locale.ROOT, " (%.2f)", signal.getMagnitude()));
        }
        Instant since = signal.getSince() == null ? signal.getTime() : signal.getSince();
        text.append(" since ").append(LocalDate.ofInstant(since, ZoneOffset.UTC));
        if (signal.getDetail() != null) {
            text.append(": ").append(NUMBER.matcher(signal.getDetail()).replaceAll("[$1]"));
        }
        return Excerpt.of(text.toString(), MAX_TEXT);
    }

    private static void addRisks(List<String> all, CustomerSnapshot customer, long at) {
        if (customer.getUsageChange() != null && customer.getUsageChange() <= USAGE_DROP) {
            all.add("Usage is down by " + PlainWords.percent(-customer.getUsageChange()));
        }
        Integer renewal = customer.getRenewalDay();
        long today = Math.floorDiv(at, DAY);
        if (renewal != null && renewal >= today && renewal - today <= RENEWAL_DAYS) {
            all.add("Renewal is due on " + LocalDate.ofEpochDay(renewal));
        }
        if (customer.getAtRisk()) {
            all.add("The account is flagged as at risk");
        }
        if (customer.getOpenBillingDispute()) {
            all.add("A billing dispute is open");
        }
    }
}

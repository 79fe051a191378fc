// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.EscalationReason;
import io.baton.event.IncidentReported;
import io.baton.policy.calendar.BusinessTime;
import io.baton.policy.ruleset.CalendarRule;
import io.baton.policy.ruleset.QueueRule;
import io.baton.policy.signal.Signal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to tell the customer now (H16): the policy's text for the reason, with a true expectation.
 *
 * <p>Placeholders of the policy's text: <code>{queue}</code> title of the queue, <code>{category}</code> title of the
 * category, <code>{due}</code> when a person answers. An unknown one is left out: no customer should read braces. What an
 * open incident allows to be said is added.
 */
final class CustomerWord {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM 'at' HH:mm (VV)", Locale.ENGLISH);
    private static final int MAX_TEXT = 1_000;

    private CustomerWord() {}

    static String of(Case c, List<EscalationReason> reasons) {
        Map<String, String> values = Map.of(
                "queue", queue(c).title(),
                "category", c.category().title(),
                "due", due(c));
        StringBuilder text = new StringBuilder(filled(c.rules().message(key(c, reasons)), values));
        for (IncidentReported incident : c.incidents()) {
            if (incident.getStatusText() != null) {
                text.append(' ').append(Excerpt.of(incident.getStatusText(), MAX_TEXT));
            }
        }
        return text.toString();
    }

    /**
     * The strongest reason that the policy has a text for; a wish for a person is answered as one. Then the kind of an open
     * incident, then the rule that fired.
     */
    private static String key(Case c, List<EscalationReason> reasons) {
        List<String> keys = new ArrayList<>();
        for (EscalationReason reason : reasons) {
            boolean asked = reason.getSignal().equals(Signal.HUMAN_REQUESTED.id());
            keys.add(asked ? 0 : keys.size(), reason.getSignal());
        }
        for (IncidentReported incident : c.incidents()) {
            keys.add(incident.getKind());
        }
        String rule = c.in().ruling().rule();
        keys.add(Reasons.BY_TIER.contains(rule) ? Signal.HUMAN_ONLY.id() : rule);
        return keys.stream()
                .filter(c.rules().messages()::containsKey)
                .findFirst()
                .orElse("default");
    }

    private static String filled(String text, Map<String, String> values) {
        String filled = PLACEHOLDER
                .matcher(text)
                .replaceAll(match -> Matcher.quoteReplacement(values.getOrDefault(match.group(1), "")));
        return filled.replaceAll(" {2,}", " ").replaceAll(" ([.,;!?])", "$1").strip();
    }

    private static QueueRule queue(Case c) {
        return Objects.requireNonNull(c.rules().queues().get(c.in().route().queue()));
    }

    /** A span while somebody works at that time, a day and an hour where the customer must wait for an opening. */
    private static String due(Case c) {
        if (c.in().route().dueAt().isEmpty()) {
            return "as soon as possible";
        }
        Instant now = Instant.ofEpochMilli(c.at());
        Instant due = Instant.ofEpochMilli(c.in().route().dueAt().getAsLong());
        String id = queue(c).calendar();
        CalendarRule calendar = id == null ? null : c.rules().calendars().get(id);
        boolean open = calendar == null || BusinessTime.isOpen(calendar, now);
        Duration wait = Duration.between(now, due);
        if (open && wait.compareTo(Duration.ofHours(12)) < 0) {
            return "within " + span(wait);
        }
        ZoneId zone = calendar == null ? ZoneOffset.UTC : calendar.zone();
        return "by " + DAY.format(due.atZone(zone));
    }

    private static String span(Duration wait) {
        long minutes = Math.max(1, (wait.toSeconds() + 59) / 60);
        if (minutes == 1) {
            return "a minute";
        }
        return minutes <= 120 ? minutes + " minutes" : (minutes + 59) / 60 + " hours";
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.policy.calendar.BusinessTime;
import io.baton.policy.routing.Ladders;
import io.baton.policy.routing.Presence;
import io.baton.policy.ruleset.CalendarRule;
import io.baton.policy.ruleset.LadderRule.Action;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a customer can truly expect at a moment, and why (H16): the queue is closed or closes before the target, nobody is on
 * line, everybody is busy, or nobody has taken it.
 *
 * <p>Times are counted anew from that moment, in the opening hours of the queue: a target that was set when the customer was
 * handed over may have been missed, and is no answer any more.
 */
final class Expectation {

    private static final String CALL_BACK = Ladders.name(Action.CALL_BACK);
    private static final String TELL = Ladders.name(Action.TELL_EXPECTATION);

    private static final DateTimeFormatter DAY =
            DateTimeFormatter.ofPattern("EEEE, d MMMM 'at' HH:mm (VV)", Locale.ENGLISH);

    private final Case c;
    private final Instant at;
    private final @Nullable CalendarRule calendar;
    private final boolean closed;
    private final Optional<Instant> due;

    Expectation(Case c) {
        this.c = c;
        this.at = Instant.ofEpochMilli(c.situation().at());
        this.calendar = c.calendar();
        this.closed = calendar != null && !BusinessTime.isOpen(calendar, at);
        this.due = dueAt();
    }

    /** Whether this revision is made to tell the customer what to expect. */
    boolean isTold() {
        String update = c.situation().update();
        return TELL.equals(update) || CALL_BACK.equals(update);
    }

    /** The text of the policy; empty where it has none for the reason. */
    Optional<String> text() {
        return Optional.ofNullable(c.rules().handover().expectations().get(reason()));
    }

    /** What must be added to the first word because nobody can come now; empty where somebody may. */
    Optional<String> caveat() {
        boolean nobody = closed || closesBefore() || Presence.of(c.situation().seats()) == Presence.NOBODY;
        return nobody && c.situation().update() == null ? text() : Optional.empty();
    }

    private String reason() {
        if (CALL_BACK.equals(c.situation().update())) {
            return CALL_BACK;
        }
        if (closed) {
            return "closed";
        }
        return switch (Presence.of(c.situation().seats())) {
            case NOBODY -> "nobody-online";
            case BUSY -> "all-busy";
            case FREE, UNKNOWN -> closesBefore() ? "closing" : "unclaimed";
        };
    }

    /** Whether the queue closes before the target, so that the answer comes only when it opens again. */
    private boolean closesBefore() {
        return calendar != null
                && !closed
                && due.isPresent()
                && at.plus(target()).isBefore(due.get());
    }

    private Duration target() {
        return Duration.ofSeconds(c.queue()
                .responseSeconds(c.rules().segment(c.state().getCustomer().getSegment())));
    }

    /** When the queue opens; now where it is open. */
    String opens() {
        return calendar == null || !closed
                ? "now"
                : BusinessTime.nextOpening(calendar, at).map(this::day).orElse("later");
    }

    /** When a person answers: a span while somebody works at that time, a day and an hour where it is closed now. */
    String due() {
        if (due.isEmpty()) {
            return "as soon as possible";
        }
        Duration wait = Duration.between(at, due.get());
        return !closed && !wait.isNegative() && wait.compareTo(Duration.ofHours(12)) < 0
                ? "within " + span(wait)
                : "by " + day(due.get());
    }

    /** The target of the escalation, or one counted from now where this revision tells what to expect. */
    private Optional<Instant> dueAt() {
        if (!isTold()) {
            return c.in().route().dueAt().isEmpty()
                    ? Optional.empty()
                    : Optional.of(Instant.ofEpochMilli(c.in().route().dueAt().getAsLong()));
        }
        return calendar == null ? Optional.of(at.plus(target())) : BusinessTime.add(calendar, at, target());
    }

    private String day(Instant moment) {
        ZoneId zone = calendar == null ? ZoneOffset.UTC : calendar.zone();
        return DAY.format(moment.atZone(zone));
    }

    private static String span(Duration wait) {
        long minutes = Math.max(1, (wait.toSeconds() + 59) / 60);
        if (minutes == 1) {
            return "a minute";
        }
        return minutes <= 120 ? minutes + " minutes" : (minutes + 59) / 60 + " hours";
    }
}

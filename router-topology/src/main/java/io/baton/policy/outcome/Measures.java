// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Channel;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Every measure of the metrics topics, defined once: figures are built and documented from this table.
 *
 * <p>A measure is a numerator and a denominator that add up over rows and windows; a quantile says where it stands among
 * how many values. The value is null where the denominator is 0.
 */
public enum Measures {
    STARTED(
            Form.COUNT,
            Basis.START,
            "conversations",
            "M29",
            "conversations that began",
            "How many conversations began."),
    ESCALATED(
            Form.COUNT,
            Basis.ESCALATION,
            "escalations",
            "M10",
            "escalations",
            "How many escalations left the router; each stays under the category it had at that moment."),
    ESCALATION_RATE(
            Form.RATIO,
            Basis.ESCALATION,
            "ratio",
            "M10",
            "escalations in the window / conversations that began in the window",
            "How much was handed over for each conversation that came in; a long conversation may count twice."),
    ESCALATED_SHARE(
            Form.RATIO,
            Basis.START,
            "ratio",
            "M21",
            "those handed over since / conversations that began in the window",
            "What became of the conversations that began together: how many of them needed a hand-over."),
    RESOLVED(
            Form.COUNT,
            Basis.END,
            "conversations",
            "M01",
            "conversations that stand resolved",
            "How many conversations were resolved and have not come back."),
    ABANDONED(
            Form.COUNT,
            Basis.END,
            "conversations",
            "M04",
            "conversations that ended unresolved",
            "How many conversations ended without a solution; merged ones and spam are not counted."),
    RESOLUTION_RATE(
            Form.RATIO,
            Basis.END,
            "ratio",
            "M04",
            "conversations that stand resolved / conversations resolved or abandoned",
            "How many of the conversations that ended in this channel were resolved."),
    REOPENED(
            Form.COUNT,
            Basis.END,
            "conversations",
            "M12",
            "resolutions taken back",
            "How many resolutions of the window did not hold because the conversation went on."),
    REOPEN_RATE(
            Form.RATIO,
            Basis.END,
            "ratio",
            "M12",
            "resolutions taken back / resolutions, those taken back included",
            "How many of the resolutions of the window did not hold."),
    CONTAINMENT(
            Form.RATIO,
            Basis.END,
            "ratio",
            "M02",
            "those that needed no human / conversations that began automated and ended",
            "How many that began automated ended without a human, an escalation, or giving up in frustration."),
    AUTOMATED_TURNS(
            Form.MEAN,
            Basis.END,
            "turns",
            "M14",
            "replies of the assistant / conversations that stand resolved",
            "How many replies of the assistant a resolved conversation took."),
    CUSTOMER_TURNS(
            Form.MEAN,
            Basis.END,
            "turns",
            "M14",
            "messages of the customer / conversations that stand resolved",
            "How often a customer had to write until the conversation was resolved."),
    TIME_TO_RESOLUTION(
            Form.DURATION,
            Basis.END,
            "seconds",
            "M09",
            "seconds from the beginning to the last resolution / conversations that stand resolved",
            "How long a resolved conversation took from its beginning, reopenings included."),
    TIME_TO_RESOLUTION_P50(TIME_TO_RESOLUTION, 0.50),
    TIME_TO_RESOLUTION_P90(TIME_TO_RESOLUTION, 0.90),
    TIME_TO_RESOLUTION_P99(TIME_TO_RESOLUTION, 0.99),
    HUMAN_WAIT(
            Form.DURATION,
            Basis.ESCALATION,
            "seconds",
            "M09",
            "seconds from the last escalation until an agent joined / conversations whose last escalation was joined",
            "How long a customer who was handed over waited for a human."),
    HUMAN_WAIT_P50(HUMAN_WAIT, 0.50),
    HUMAN_WAIT_P90(HUMAN_WAIT, 0.90),
    HUMAN_WAIT_P99(HUMAN_WAIT, 0.99),
    CSAT(
            Form.MEAN,
            Basis.END,
            "points",
            "M05",
            "points from 1 to 5 / conversations with an answer",
            "How satisfied customers were with conversations that ended in the window, whenever they answered."),
    NPS(
            Form.MEAN,
            Basis.END,
            "points",
            "M05",
            "100 for each answer of 9 or 10, -100 for each of 0 to 6 / conversations with an answer",
            "Net promoter score after conversations that ended in the window, -100 to 100."),
    EFFORT(
            Form.MEAN,
            Basis.END,
            "points",
            "M14",
            "points from 1 to 7 / conversations with an answer",
            "How much effort customers say a conversation that ended in the window was."),
    WORKED(
            Form.RATIO,
            Basis.END,
            "ratio",
            "M20",
            "answers that the solution worked / conversations with an answer",
            "How many customers say that what they were told worked.");

    private final String id;
    private final Form form;
    private final Basis basis;
    private final String unit;
    private final String capability;
    private final String fraction;
    private final String definition;
    private final @Nullable Measures source;
    private final double quantile;

    Measures(Form form, Basis basis, String unit, String capability, String fraction, String definition) {
        this.id = words(name());
        this.form = form;
        this.basis = basis;
        this.unit = unit;
        this.capability = capability;
        this.fraction = fraction;
        this.definition = definition;
        this.source = null;
        this.quantile = 0;
    }

    Measures(Measures source, double quantile) {
        this.id = words(name());
        this.form = Form.QUANTILE;
        this.basis = source.basis;
        this.unit = source.unit;
        this.capability = source.capability;
        this.fraction = "position of the value in order, from 1 / how many values";
        this.definition = "At most this long for " + Math.round(100 * quantile) + " % of what " + source.id()
                + " averages, to 1 %.";
        this.source = source;
        this.quantile = quantile;
    }

    /** Name in metric windows. */
    public String id() {
        return id;
    }

    public Form form() {
        return form;
    }

    public Basis basis() {
        return basis;
    }

    /** Unit of the value: conversations, escalations, turns, ratio, seconds or points. */
    public String unit() {
        return unit;
    }

    /** Capability of the product that asks for it. */
    public String capability() {
        return capability;
    }

    /** Numerator and, unless it is a plain count, denominator in words. */
    public String fraction() {
        return fraction;
    }

    /** What it says, in one sentence. */
    public String definition() {
        return definition;
    }

    /** Channels that have it. */
    public Set<Channel> channels() {
        return switch (this) {
            case CONTAINMENT -> EnumSet.of(Channel.AUTOMATED);
            case AUTOMATED_TURNS -> EnumSet.of(Channel.AUTOMATED, Channel.ASSISTED);
            default -> EnumSet.allOf(Channel.class);
        };
    }

    /** Whether every row of these channels shows it, even while nothing has gone into it. */
    public boolean always() {
        return switch (this) {
            case STARTED, ESCALATED, ESCALATION_RATE, RESOLVED, ABANDONED -> true;
            case CONTAINMENT, AUTOMATED_TURNS, TIME_TO_RESOLUTION, CSAT -> true;
            default -> false;
        };
    }

    /** The measure whose distribution a quantile reads; itself where it is none. */
    Measures source() {
        return source == null ? this : source;
    }

    /** Which quantile, 0 to 1. */
    double quantile() {
        return quantile;
    }

    /** What a kept whole number is divided by to be of the unit: durations are kept in milliseconds, so that sums are exact. */
    double scale() {
        return source().form == Form.DURATION ? 1_000 : 1;
    }

    private static String words(String name) {
        return name.toLowerCase(Locale.ROOT).replace('_', '-');
    }
}

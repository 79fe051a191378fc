// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Channel;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/**
 * Every measure of the metrics topics by name; what each is stands in {@link MeasureTable}, once.
 *
 * <p>A measure is a numerator and a denominator that add up over rows and windows; a quantile says where it stands among
 * how many values. The value is null where the denominator is 0. A family has one figure for each name that occurs, written
 * behind a point: {@code trigger.score}.
 */
public enum Measures {
    STARTED,
    BACKLOG_CHANGE,
    ESCALATED,
    ESCALATION_RATE,
    ESCALATED_SHARE,
    ESCALATED_RESOLUTION_RATE,
    ESCALATED_CSAT,
    IMMEDIATE_ESCALATION,
    TRIGGER,
    TRIGGER_SIGNAL,
    HUMAN_WAIT,
    HUMAN_WAIT_P50,
    HUMAN_WAIT_P90,
    HUMAN_WAIT_P99,
    WAITING,
    QUEUE_WAIT,
    WITHIN_TARGET,
    RE_ASKED,
    ESCALATION_PRECISION,
    ESCALATION_TOO_LATE,
    RULE_PRECISION,
    SIGNAL_PRECISION,
    CONTEXT_SCORE,
    CONTEXT_GAP,
    HANDOVER_GAP,
    ESCALATION_RECALL,
    RULE_RECALL,
    SIGNAL_RECALL,
    MISSED_ESCALATIONS,
    RESOLVED,
    DURABLE,
    ABANDONED,
    RETURNED,
    RESOLUTION_RATE,
    CHANNEL_RESOLUTION_RATE,
    FIRST_CONTACT_RESOLUTION,
    REOPENED,
    REOPEN_RATE,
    COMEBACKS,
    CONTAINMENT,
    DEFLECTION_ACCURACY,
    AUTOMATED_RETURNS,
    UNHELPFUL,
    CORRECTIONS,
    AUTOMATED_TURNS,
    CUSTOMER_TURNS,
    TIME_TO_RESOLUTION,
    TIME_TO_RESOLUTION_P50,
    TIME_TO_RESOLUTION_P90,
    TIME_TO_RESOLUTION_P95,
    TIME_TO_RESOLUTION_P99,
    FIRST_RESPONSE,
    FIRST_RESPONSE_P50,
    FIRST_RESPONSE_P95,
    RESPONSE_TIME,
    ASSISTANT_TIME,
    QUEUE_TIME,
    HUMAN_TIME,
    QUEUE_TIME_OPEN,
    HUMAN_TIME_OPEN,
    HANDLE_TIME,
    HANDLE_TIME_P95,
    DRAFT_SHARE,
    DRAFT_KEPT,
    AGENT_RESOLVED,
    AGENT_PRODUCTIVITY,
    CSAT,
    NPS,
    EFFORT,
    WORKED,
    QA_INTENT_ACCURACY,
    QA_POLICY_COMPLIANCE,
    QA_TONE,
    QA_ESCALATION_TIMING,
    RESOLUTION_QUALITY,
    MISCLASSIFICATION,
    CONFIDENCE,
    CONFIDENCE_TENTH,
    CONFIDENCE_STATED,
    CONFIDENCE_RIGHT,
    CALIBRATION_ERROR,
    ASSISTANT_CONTACTS,
    ASSISTANT_REPLIES,
    HUMAN_CONTACTS,
    COST_PER_RESOLUTION,
    SCORECARD,
    CHURNED_AFTER,
    EXPANDED_AFTER,
    RENEWED_AFTER,
    HIGH_STAKES_SAVED,
    SOLVED_BY,
    VARIANT_SUCCESS,
    UNATTRIBUTED;

    private static final Set<Measures> FAMILIES = EnumSet.of(
            TRIGGER,
            TRIGGER_SIGNAL,
            WAITING,
            QUEUE_WAIT,
            WITHIN_TARGET,
            RE_ASKED,
            RULE_PRECISION,
            SIGNAL_PRECISION,
            RULE_RECALL,
            SIGNAL_RECALL,
            CONTEXT_GAP,
            HANDOVER_GAP,
            CORRECTIONS,
            CONFIDENCE_TENTH,
            CONFIDENCE_STATED,
            CONFIDENCE_RIGHT,
            SOLVED_BY,
            VARIANT_SUCCESS);
    private static final Set<Measures> ALWAYS = EnumSet.of(
            STARTED,
            ESCALATED,
            ESCALATION_RATE,
            RESOLVED,
            ABANDONED,
            CONTAINMENT,
            AUTOMATED_TURNS,
            TIME_TO_RESOLUTION,
            CSAT);

    @SuppressWarnings("ImmutableEnumChecker") // a record of texts and enumerations
    private final MeasureTable.Row row;

    Measures() {
        row = MeasureTable.row(this, name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Name in metric windows; of a family what stands before the point. */
    public String id() {
        return row.id();
    }

    public Form form() {
        return row.form();
    }

    public Basis basis() {
        return row.basis();
    }

    /** Whether adding it up over channels means something (M30). */
    public boolean aggregate() {
        return row.aggregate();
    }

    /** Unit of the value. */
    public String unit() {
        return row.unit();
    }

    /** Capability of the product that asks for it. */
    public String capability() {
        return row.capability();
    }

    /** Numerator in words. */
    public String numerator() {
        return form() == Form.QUANTILE ? "position of the value in order, from 1" : row.numerator();
    }

    /** Denominator in words; empty for a plain count. */
    public String denominator() {
        return form() == Form.QUANTILE ? "how many values" : row.denominator();
    }

    /** What counts neither above nor below; empty = nothing. */
    public String excluded() {
        return row.excluded();
    }

    /** What it says, in one sentence. */
    public String definition() {
        return row.meaning();
    }

    /** Channels that have it. */
    public Set<Channel> channels() {
        Set<Channel> channels = EnumSet.noneOf(Channel.class);
        for (Channel channel : Channel.values()) {
            if (row.channels().equals("all") || row.channels().contains(channel.name())) {
                channels.add(channel);
            }
        }
        return channels;
    }

    /** Whether there is one figure for each name that occurs. */
    public boolean family() {
        return FAMILIES.contains(this);
    }

    /** Whether every row of these channels shows it, even while nothing has gone into it. */
    public boolean always() {
        return ALWAYS.contains(this);
    }

    /** The measure whose distribution a quantile reads; itself where it is none. */
    Measures source() {
        return form() == Form.QUANTILE
                ? valueOf(row.denominator().toUpperCase(Locale.ROOT).replace('-', '_'))
                : this;
    }

    /** Which quantile, 0 to 1. */
    double quantile() {
        return Double.parseDouble(row.numerator());
    }

    /** What a kept whole number is divided by to be of the unit: times in milliseconds, confidence in ten-thousandths. */
    double scale() {
        if (this == CONFIDENCE || this == CONFIDENCE_STATED) {
            return 10_000;
        }
        Form form = source().form();
        return form == Form.DURATION || form == Form.TIME ? 1_000 : 1;
    }
}

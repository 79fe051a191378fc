// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.names;

/**
 * Meters of the router among Kafka Streams' own metrics: a total and a rate each, but for the size of state, which is a value.
 *
 * <p>Tags are task and node only; no id of a conversation or customer ever becomes a tag.
 */
public final class Meters {

    /** Group that all of them are in. */
    public static final String GROUP = "triage-metrics";

    /** Events that passed intake. */
    public static final String EVENT_ACCEPTED = "triage.event.accepted";
    /** Records that went to the dead letters. */
    public static final String EVENT_REFUSED = "triage.event.refused";
    /** Events whose time was clamped. */
    public static final String EVENT_CLAMPED = "triage.event.clamped";
    /** Events that another key or partitioner had put into the wrong partition. */
    public static final String EVENT_MISPLACED = "triage.event.misplaced";
    /** Events that had been seen before and were dropped. */
    public static final String EVENT_DUPLICATE = "triage.event.duplicate";
    /** Events that came late and made their conversation fold again. */
    public static final String EVENT_LATE = "triage.event.late";
    /** Events after closing that were kept out. */
    public static final String EVENT_KEPT_OUT = "triage.event.kept-out";
    /** Events that moved no figure, because they contradict what is known: a resolution twice, a verdict on another's escalation. */
    public static final String EVENT_IDLE = "triage.event.idle";
    /** Timers that fired. */
    public static final String TIMER_FIRED = "triage.timer.fired";
    /** Escalations that left the router. */
    public static final String ESCALATION_DECIDED = "triage.escalation.decided";
    /** Events that a rule failed on; they are in the dead letters. */
    public static final String TURN_FAILED = "triage.turn.failed";

    /** Figures that came after the retention of their window and were dropped. */
    public static final String METRIC_LATE = "triage.metric.late";

    /** Bytes of heap that conversations, journeys and timers of a task take in the packed layout, about. */
    public static final String STATE_HEAP = "triage.state.heap-bytes";
    /** Bytes of them that are on disk, because the heap had no room. */
    public static final String STATE_DISK = "triage.state.disk-bytes";

    private Meters() {}
}

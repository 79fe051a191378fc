// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.names;

/** State stores; their changelog topics are named after them. */
public final class Stores {

    /** Conversations, journeys and timers together, in the packed layout; instead of the next four. */
    public static final String CONVERSATIONS = "conversations";
    /** Figures of each conversation: a few hundred bytes, never text. */
    public static final String CONVERSATION_STATE = "conversation-state";
    /** Every accepted, masked event of a conversation, in event order; append-only. */
    public static final String CONVERSATION_TRANSCRIPT = "conversation-transcript";
    /** What is known of each customer. */
    public static final String CUSTOMER_JOURNEY = "customer-journey";
    /** One entry for each conversation or journey that waits for something, keyed by due time. */
    public static final String PENDING_TIMERS = "pending-timers";
    /** Figures not yet sent on. */
    public static final String METRIC_DELTAS = "metric-deltas";
    /** Totals of each metric window. */
    public static final String METRIC_WINDOWS = "metric-windows";
    /** The account of each incident. */
    public static final String INCIDENT_REVIEWS = "incident-reviews";
    /** Figures that alerts look at, by minute and hour. */
    public static final String WATCHED_FIGURES = "watched-figures";
    /** Alerts that are raised. */
    public static final String ALERT_STANDINGS = "alert-standings";
    /** Incident reports, on every instance. */
    public static final String INCIDENTS = "incidents";
    /** Conversations that wait for a human, by queue and place in line. */
    public static final String WAITING = "waiting-escalations";
    /** Rushes of categories that last. */
    public static final String RUSHES = "category-rushes";
    /** Reports of who is there to answer, on every instance. */
    public static final String AVAILABILITY = "agent-availability";
    /** Policy documents, on every instance. */
    public static final String RULESETS = "rulesets";

    /** Labels that the text model learns from, as numbers. */
    public static final String TEXT_LABELS = "text-labels";
    /** How far learning has come. */
    public static final String TEXT_LEARNING = "text-learning";
    /** Versions of text models, on every instance. */
    public static final String TEXT_MODELS = "text-models";
    /** How resolutions did, by category, segment and code. */
    public static final String SOLUTION_TALLIES = "solution-tallies";
    /** What is published of it, on every instance. */
    public static final String SOLUTIONS = "solutions";

    private Stores() {}
}

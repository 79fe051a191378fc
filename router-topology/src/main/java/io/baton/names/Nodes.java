// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.names;

/** Nodes of the topology: verb and object, sources {@code read-}, sinks {@code write-}. */
public final class Nodes {

    public static final String READ_CUSTOMER_EVENTS = "read-customer-events";
    public static final String ACCEPT_EVENT = "accept-event";
    public static final String TELL_APART = "tell-apart-";
    public static final String REFUSE = "refused";
    public static final String KEEP_PLACE = "well-placed";
    public static final String PUT_RIGHT = "misplaced";
    public static final String SHAPE_DEAD_LETTER = "shape-dead-letter";
    public static final String WRITE_DEAD_LETTERS = "write-dead-letters";
    public static final String TAKE_WELL_PLACED = "take-well-placed";
    public static final String TAKE_MISPLACED = "take-misplaced";
    /** Name part of the repartition topic of misplaced events. */
    public static final String MISPLACED_EVENTS = "misplaced-events";

    public static final String JOIN_PUT_RIGHT = "join-put-right";
    public static final String FOLLOW_JOURNEY = "follow-journey";
    public static final String DECIDE_OWNER = "decide-owner";
    public static final String READ_RULESETS = "read-rulesets";
    public static final String APPLY_RULESET = "apply-ruleset";
    public static final String READ_INCIDENTS = "read-incidents";
    public static final String KEEP_INCIDENT = "keep-incident";
    public static final String READ_AVAILABILITY = "read-availability";
    public static final String TAKE_DECISIONS = "take-decisions";
    public static final String WRITE_DECISIONS = "write-decisions";
    public static final String TAKE_COMMANDS = "take-commands";
    public static final String WRITE_COMMANDS = "write-commands";
    public static final String TAKE_PACKETS = "take-packets";
    public static final String WRITE_ESCALATIONS = "write-escalations";
    public static final String TAKE_MOVED = "take-moved-packets";
    public static final String WRITE_MOVED = "write-moved-packets";
    public static final String TAKE_OUTREACH = "take-outreach";
    public static final String WRITE_OUTREACH = "write-outreach";
    public static final String TAKE_ALERTS = "take-alerts";
    public static final String WRITE_ALERTS = "write-alerts";
    public static final String TAKE_OUTCOMES = "take-outcomes";
    public static final String SHAPE_OUTCOME = "shape-outcome";
    public static final String SHAPE_FIGURES = "shape-figures";
    public static final String WRITE_OUTCOMES = "write-outcomes";
    public static final String TAKE_FIGURES = "take-figures";
    public static final String BUFFER_FIGURES = "buffer-figures";
    /** Name part of the repartition topic of metric deltas. */
    public static final String METRIC_DELTAS = "metric-deltas";

    public static final String ADD_UP_WINDOW = "add-up-window";
    public static final String WRITE_METRICS = "write-metrics";
    public static final String TAKE_TOUCHES = "take-touches";
    public static final String KEY_TOUCH = "key-touch";
    /** Name part of the repartition topic of what is added to the accounts of incidents. */
    public static final String INCIDENT_DELTAS = "incident-deltas";

    public static final String ADD_UP_INCIDENT = "add-up-incident";
    public static final String WRITE_INCIDENT_REVIEWS = "write-incident-reviews";
    public static final String TAKE_WINDOWS = "take-windows";
    public static final String TAKE_WATCHED = "take-watched";
    public static final String SHAPE_WATCHED = "shape-watched";
    public static final String KEY_WATCHED = "key-watched";
    /** Name part of the repartition topic of watched figures; one partition, since alerts look at all of them together. */
    public static final String WATCHED_FIGURES = "watched-figures";

    public static final String WATCH_FIGURES = "watch-figures";
    public static final String TAKE_RAISED = "take-raised";
    public static final String SHAPE_RAISED = "shape-raised";
    public static final String WRITE_RAISED = "write-raised";
    public static final String TAKE_RUSHES = "take-rushes";
    public static final String SHAPE_RUSH = "shape-rush";
    public static final String WRITE_RUSHES = "write-rushes";
    public static final String TAKE_PROPOSALS = "take-proposals";
    public static final String SHAPE_PROPOSAL = "shape-proposal";
    public static final String WRITE_PROPOSALS = "write-proposals";
    public static final String TAKE_REVIEW_ITEMS = "take-review-items";
    public static final String WRITE_REVIEW_ITEMS = "write-review-items";
    public static final String TAKE_EXAMPLES = "take-examples";
    public static final String WRITE_EXAMPLES = "write-examples";
    public static final String TAKE_FAILURES = "take-failures";
    public static final String SHAPE_FAILURE = "shape-failure";
    public static final String WRITE_FAILURES = "write-failures";

    public static final String TAKE_TEXT_LABELS = "take-text-labels";
    public static final String GATHER_TEXT_LABELS = "gather-text-labels";
    /** Name part of the repartition topic of labels. */
    public static final String TEXT_LABELS = "text-labels";

    public static final String LEARN_FROM_LABELS = "learn-from-labels";
    public static final String TAKE_TEXT_MODELS = "take-text-models";
    public static final String SHAPE_TEXT_MODEL = "shape-text-model";
    public static final String WRITE_TEXT_MODELS = "write-text-models";
    public static final String TAKE_MODEL_PROPOSALS = "take-model-proposals";
    public static final String WRITE_MODEL_PROPOSALS = "write-model-proposals";
    public static final String READ_TEXT_MODELS = "read-text-models";
    public static final String TAKE_SOLUTIONS = "take-solutions";
    public static final String SHAPE_SOLUTIONS = "shape-solutions";
    public static final String GATHER_SOLUTIONS = "gather-solutions";
    /** Name part of the repartition topic of what resolutions did. */
    public static final String SOLUTION_DELTAS = "solution-deltas";

    public static final String COUNT_SOLUTIONS = "count-solutions";
    public static final String WRITE_SOLUTIONS = "write-solutions";
    public static final String READ_SOLUTIONS = "read-solutions";

    private Nodes() {}
}

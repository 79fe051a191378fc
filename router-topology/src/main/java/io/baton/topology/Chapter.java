// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.names.Meters;
import io.baton.names.Nodes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.kafka.streams.TopologyDescription;
import org.apache.kafka.streams.TopologyDescription.Node;

/** The seven chapters that a record goes through, and which nodes and meters belong to each. */
@SuppressWarnings("ImmutableEnumChecker") // its lists are unmodifiable
public enum Chapter {
    INTAKE(
            1,
            "Intake",
            "decode, validate, mask; put misplaced keys right",
            List.of(
                    Nodes.READ_CUSTOMER_EVENTS,
                    Nodes.ACCEPT_EVENT,
                    Nodes.SHAPE_DEAD_LETTER,
                    Nodes.WRITE_DEAD_LETTERS,
                    Nodes.TAKE_WELL_PLACED,
                    Nodes.TAKE_MISPLACED,
                    Nodes.MISPLACED_EVENTS,
                    Nodes.JOIN_PUT_RIGHT),
            List.of(Meters.EVENT_ACCEPTED, Meters.EVENT_REFUSED, Meters.EVENT_MISPLACED, Meters.EVENT_CLAMPED)),
    JOURNEY(
            2,
            "Journey",
            "who the customer is: profile, contacts, product signals",
            List.of(Nodes.FOLLOW_JOURNEY, Nodes.TAKE_OUTREACH, Nodes.WRITE_OUTREACH),
            List.of(Meters.EVENT_DUPLICATE)),
    EVIDENCE(
            3,
            "Evidence",
            "what speaks for a human; in one write with the next",
            List.of(Nodes.READ_RULESETS, Nodes.READ_TEXT_MODELS),
            List.of(Meters.EVENT_LATE)),
    OWNERSHIP(
            4,
            "Ownership",
            "who holds the conversation",
            List.of(
                    Nodes.DECIDE_OWNER,
                    Nodes.TAKE_DECISIONS,
                    Nodes.WRITE_DECISIONS,
                    Nodes.TAKE_COMMANDS,
                    Nodes.WRITE_COMMANDS,
                    Nodes.TAKE_FAILURES,
                    Nodes.SHAPE_FAILURE,
                    Nodes.WRITE_FAILURES),
            List.of(Meters.TIMER_FIRED, Meters.EVENT_KEPT_OUT, Meters.TURN_FAILED)),
    HAND_OVER(
            5,
            "Hand-over",
            "the packet: mood, goal, attempts, why, next step",
            List.of(Nodes.TAKE_PACKETS, Nodes.TAKE_MOVED, Nodes.READ_SOLUTIONS),
            List.of(Meters.ESCALATION_DECIDED)),
    QUEUE(
            6,
            "Queue",
            "where, how urgent, and the ladder when nobody is there",
            List.of(
                    Nodes.WRITE_ESCALATIONS,
                    Nodes.WRITE_MOVED,
                    Nodes.READ_INCIDENTS,
                    Nodes.READ_AVAILABILITY,
                    Nodes.TAKE_ALERTS,
                    Nodes.WRITE_ALERTS,
                    Nodes.TAKE_TOUCHES,
                    Nodes.KEY_TOUCH,
                    Nodes.INCIDENT_DELTAS,
                    Nodes.ADD_UP_INCIDENT,
                    Nodes.WRITE_INCIDENT_REVIEWS),
            List.of()),
    OUTCOME(
            7,
            "Outcome",
            "who did the work, figures that add up, what is learned",
            List.of(
                    Nodes.TAKE_OUTCOMES,
                    Nodes.SHAPE_OUTCOME,
                    Nodes.WRITE_OUTCOMES,
                    Nodes.TAKE_FIGURES,
                    Nodes.SHAPE_FIGURES,
                    Nodes.BUFFER_FIGURES,
                    Nodes.METRIC_DELTAS,
                    Nodes.ADD_UP_WINDOW,
                    Nodes.WRITE_METRICS,
                    Nodes.TAKE_WINDOWS,
                    Nodes.TAKE_WATCHED,
                    Nodes.SHAPE_WATCHED,
                    Nodes.KEY_WATCHED,
                    Nodes.WATCHED_FIGURES,
                    Nodes.WATCH_FIGURES,
                    Nodes.TAKE_RAISED,
                    Nodes.SHAPE_RAISED,
                    Nodes.WRITE_RAISED,
                    Nodes.TAKE_RUSHES,
                    Nodes.SHAPE_RUSH,
                    Nodes.WRITE_RUSHES,
                    Nodes.TAKE_PROPOSALS,
                    Nodes.SHAPE_PROPOSAL,
                    Nodes.WRITE_PROPOSALS,
                    Nodes.TAKE_REVIEW_ITEMS,
                    Nodes.WRITE_REVIEW_ITEMS,
                    Nodes.TAKE_EXAMPLES,
                    Nodes.WRITE_EXAMPLES,
                    Nodes.TAKE_TEXT_LABELS,
                    Nodes.GATHER_TEXT_LABELS,
                    Nodes.TEXT_LABELS,
                    Nodes.LEARN_FROM_LABELS,
                    Nodes.TAKE_TEXT_MODELS,
                    Nodes.SHAPE_TEXT_MODEL,
                    Nodes.WRITE_TEXT_MODELS,
                    Nodes.TAKE_MODEL_PROPOSALS,
                    Nodes.WRITE_MODEL_PROPOSALS,
                    Nodes.TAKE_SOLUTIONS,
                    Nodes.SHAPE_SOLUTIONS,
                    Nodes.GATHER_SOLUTIONS,
                    Nodes.SOLUTION_DELTAS,
                    Nodes.COUNT_SOLUTIONS,
                    Nodes.WRITE_SOLUTIONS),
            List.of(Meters.EVENT_IDLE, Meters.METRIC_LATE));

    /** What Kafka Streams adds to the names of nodes that it makes itself. */
    private static final Pattern ADDED = Pattern.compile("(-repartition)?(-filter|-sink|-source)$");

    private final int number;
    private final String title;
    private final String does;
    private final List<String> nodes;
    private final List<String> meters;

    Chapter(int number, String title, String does, List<String> nodes, List<String> meters) {
        this.number = number;
        this.title = title;
        this.does = does;
        this.nodes = nodes;
        this.meters = meters;
    }

    /** From 1 to 7. */
    public int number() {
        return number;
    }

    public String title() {
        return title;
    }

    /** What it does, in a few words. */
    public String does() {
        return does;
    }

    /** Counters of ours that tell of it, the most telling first; totals and rates. */
    public List<String> meters() {
        return meters;
    }

    /** Every node of a topology, those of what each instance reads whole included. */
    public static List<Node> nodes(TopologyDescription topology) {
        List<Node> all = new ArrayList<>();
        topology.subtopologies().forEach(part -> all.addAll(part.nodes()));
        topology.globalStores().forEach(global -> {
            all.add(global.source());
            all.add(global.processor());
        });
        return all;
    }

    /** The chapter of a node of the topology; empty for one that nobody has put into a chapter. */
    public static Optional<Chapter> of(String node) {
        if (node.startsWith(Nodes.TELL_APART)) {
            return Optional.of(INTAKE);
        }
        String name = ADDED.matcher(node).replaceAll("");
        return Arrays.stream(values())
                .filter(chapter -> chapter.nodes.contains(name))
                .findFirst();
    }
}

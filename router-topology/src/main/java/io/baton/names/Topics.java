// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.names;

import java.util.ArrayList;
import java.util.List;

/**
 * The topics of the public contract under one prefix.
 *
 * @param prefix what every name begins with, such as {@code triage.}; may be empty
 */
public record Topics(String prefix) {

    /** Prefix where nothing else is configured. */
    public static final String DEFAULT_PREFIX = "triage.";

    /** Which way a topic goes. */
    public enum Direction {
        IN,
        OUT
    }

    /** What the broker does with old records. */
    public enum Cleanup {
        DELETE("delete"),
        COMPACT("compact"),
        COMPACT_AND_DELETE("compact,delete");

        private final String setting;

        Cleanup(String setting) {
            this.setting = setting;
        }

        /** Value of the broker's {@code cleanup.policy}. */
        public String setting() {
            return setting;
        }
    }

    /**
     * One topic.
     *
     * @param name full name, prefix included
     * @param key what its records are keyed by
     * @param what one line on what it carries
     */
    public record Spec(String name, Direction direction, String key, String what, Cleanup cleanup) {}

    public String conversationEvents() {
        return prefix + "conversation.events";
    }

    public String customerProfiles() {
        return prefix + "customer.profiles";
    }

    public String productSignals() {
        return prefix + "product.signals";
    }

    public String incidentReports() {
        return prefix + "incident.reports";
    }

    public String agentAvailability() {
        return prefix + "agent.availability";
    }

    public String policyRulesets() {
        return prefix + "policy.rulesets";
    }

    public String decisions() {
        return prefix + "conversation.decisions";
    }

    public String assistantCommands() {
        return prefix + "assistant.commands";
    }

    /** The topic of one queue of the policy. */
    public String escalations(String queue) {
        return prefix + "escalations." + queue;
    }

    public String outcomes() {
        return prefix + "conversation.outcomes";
    }

    /** Figures of one channel: {@code automated}, {@code assisted} or {@code human}. */
    public String metrics(String channel) {
        return prefix + "metrics." + channel;
    }

    public String alerts() {
        return prefix + "alerts";
    }

    public String incidentReviews() {
        return prefix + "incident.reviews";
    }

    public String reviewItems() {
        return prefix + "review.items";
    }

    public String trainingExamples() {
        return prefix + "training.examples";
    }

    public String policyProposals() {
        return prefix + "policy.proposals";
    }

    public String textModels() {
        return prefix + "text.models";
    }

    public String solutions() {
        return prefix + "solutions";
    }

    public String customerOutreach() {
        return prefix + "customer.outreach";
    }

    public String deadLetters() {
        return prefix + "dead-letters";
    }

    /** The input topics that are keyed by customer and read as one stream; they must have equal partition counts. */
    public List<String> customerSide() {
        return List.of(conversationEvents(), customerProfiles(), productSignals());
    }

    /** Every topic of the contract in its order, with one escalation topic a queue. */
    public List<Spec> all(List<String> queues) {
        List<Spec> specs = new ArrayList<>(List.of(
                in(conversationEvents(), "customer", "what chat platforms publish", Cleanup.DELETE),
                in(customerProfiles(), "customer", "account and customer facts", Cleanup.COMPACT),
                in(productSignals(), "customer", "usage, error, integration and onboarding signals", Cleanup.DELETE),
                in(incidentReports(), "incident", "incidents opened, moved to another stage, closed", Cleanup.COMPACT),
                in(agentAvailability(), "queue", "agents on line and free seats", Cleanup.COMPACT),
                in(policyRulesets(), "ruleset", "policy documents with their life-cycle state", Cleanup.COMPACT),
                out(decisions(), "customer", "each change of path, tier or owner, explained", Cleanup.DELETE),
                out(assistantCommands(), "customer", "what the assistant must do now", Cleanup.DELETE)));
        for (String queue : queues) {
            specs.add(out(escalations(queue), "customer", "hand-over packets of queue " + queue, Cleanup.DELETE));
        }
        specs.addAll(List.of(
                out(outcomes(), "customer", "who solved it, with corrections", Cleanup.COMPACT_AND_DELETE),
                out(metrics("automated"), "metric", "figures of automated work", Cleanup.COMPACT_AND_DELETE),
                out(metrics("assisted"), "metric", "figures of assisted work", Cleanup.COMPACT_AND_DELETE),
                out(metrics("human"), "metric", "figures of human work", Cleanup.COMPACT_AND_DELETE),
                out(alerts(), "alert", "alerts raised, updated, cleared", Cleanup.COMPACT_AND_DELETE),
                out(incidentReviews(), "incident", "what an incident did, once it is closed", Cleanup.COMPACT),
                out(reviewItems(), "customer", "samples and replies to look at", Cleanup.DELETE),
                out(trainingExamples(), "customer", "masked, labelled examples", Cleanup.DELETE),
                out(policyProposals(), "category", "changes that outcomes suggest", Cleanup.COMPACT),
                out(textModels(), "model and version", "what was learned on line", Cleanup.COMPACT),
                out(solutions(), "category and segment", "which resolutions have held", Cleanup.COMPACT),
                out(customerOutreach(), "customer", "contacts worth making", Cleanup.DELETE),
                out(deadLetters(), "as received", "what could not be processed, as received", Cleanup.DELETE)));
        return List.copyOf(specs);
    }

    private static Spec in(String name, String key, String what, Cleanup cleanup) {
        return new Spec(name, Direction.IN, key, what, cleanup);
    }

    private static Spec out(String name, String key, String what, Cleanup cleanup) {
        return new Spec(name, Direction.OUT, key, what, cleanup);
    }
}

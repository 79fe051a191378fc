// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import io.baton.config.RouterConfig;
import io.baton.config.RouterConfig.TopicLayout;
import io.baton.names.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as it should be made.
 *
 * @param partitions 1 for topics that every instance reads whole, and for those that hold little and are not about one customer:
 *     each partition that a transaction writes to adds to what the broker does at the commit
 * @param settings topic settings that differ from the broker's defaults, sorted
 */
public record TopicPlan(Topics.Spec spec, int partitions, short replication, Map<String, String> settings) {

    private static final Duration DEAD_LETTERS_KEPT = Duration.ofDays(3);
    /** A durable outcome comes after seven days and corrections later still. */
    private static final Duration RESULTS_KEPT = Duration.ofDays(90);

    /** All topics of the contract, in its order. */
    public static List<TopicPlan> of(RouterConfig config, Collection<String> queues) {
        return of(config.topics(), queues);
    }

    /** All topics of the contract, in its order. */
    public static List<TopicPlan> of(TopicLayout layout, Collection<String> queues) {
        Topics names = layout.names();
        Set<String> small = small(names);
        List<TopicPlan> plans = new ArrayList<>();
        for (Topics.Spec spec : names.all(List.copyOf(queues))) {
            int partitions = small.contains(spec.name()) ? 1 : layout.partitions();
            plans.add(new TopicPlan(spec, partitions, layout.replication(), settings(spec, names)));
        }
        return plans;
    }

    private static Set<String> small(Topics names) {
        return Set.of(
                names.incidentReports(),
                names.agentAvailability(),
                names.policyRulesets(),
                names.textModels(),
                names.solutions(),
                names.metrics("automated"),
                names.metrics("assisted"),
                names.metrics("human"),
                names.alerts(),
                names.incidentReviews(),
                names.policyProposals(),
                names.deadLetters());
    }

    private static Map<String, String> settings(Topics.Spec spec, Topics names) {
        Map<String, String> settings = new TreeMap<>();
        settings.put("cleanup.policy", spec.cleanup().setting());
        if (spec.name().equals(names.deadLetters())) {
            settings.put("retention.ms", Long.toString(DEAD_LETTERS_KEPT.toMillis()));
            settings.put("max.message.bytes", Integer.toString(StreamsSettings.MOST_BYTES));
        } else if (spec.cleanup() == Topics.Cleanup.COMPACT_AND_DELETE) {
            settings.put("retention.ms", Long.toString(RESULTS_KEPT.toMillis()));
        }
        return settings;
    }

    /** For Kafka's admin client. */
    public NewTopic topic() {
        return new NewTopic(spec.name(), partitions, replication).configs(settings);
    }

    /** The same as a command of Kafka's own tools. */
    public String command(String bootstrapServers) {
        StringBuilder line = new StringBuilder("kafka-topics.sh --bootstrap-server ")
                .append(bootstrapServers)
                .append(" --create --if-not-exists --topic ")
                .append(spec.name())
                .append(" --partitions ")
                .append(partitions)
                .append(" --replication-factor ")
                .append(replication);
        settings.forEach((key, value) ->
                line.append(" --config ").append(key).append('=').append(value));
        return line.toString();
    }
}

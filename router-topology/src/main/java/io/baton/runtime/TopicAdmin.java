// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import io.baton.config.RouterConfig;
import io.baton.names.Topics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ListOffsetsOptions;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Compares the cluster's topics with the plan, and makes those that are missing. */
public final class TopicAdmin {

    private static final Logger LOG = LoggerFactory.getLogger(TopicAdmin.class);
    private static final Duration KNOWN_WITHIN = Duration.ofSeconds(10);
    private static final Duration LEADERS_WITHIN = Duration.ofSeconds(10);
    private static final long LOOK_EVERY_MS = 50;

    private final Admin admin;
    private final String createCommand;

    /** @param createCommand what a person types to have missing topics made */
    public TopicAdmin(Admin admin, String createCommand) {
        this.admin = admin;
        this.createCommand = createCommand;
    }

    /**
     * What was found.
     *
     * @param partitions partitions by topic, of those that exist
     * @param problems one line each, naming topic and remedy; empty where the router can start
     */
    public record Finding(Map<String, Integer> partitions, List<String> problems) {}

    /** Looks at every topic of the contract. */
    public Finding check(RouterConfig config, List<String> queues) throws InterruptedException {
        Topics names = config.topics().names();
        List<String> all = names.all(queues).stream().map(Topics.Spec::name).toList();
        Map<String, Integer> partitions = new TreeMap<>();
        List<String> missing = new ArrayList<>();
        List<String> problems = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<TopicDescription>> topic :
                admin.describeTopics(all).topicNameValues().entrySet()) {
            try {
                partitions.put(
                        topic.getKey(), topic.getValue().get().partitions().size());
            } catch (ExecutionException e) {
                if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                    missing.add(topic.getKey());
                } else if (e.getCause() instanceof AuthorizationException) {
                    problems.add("topic " + topic.getKey() + ": this router may not describe it; allow DESCRIBE");
                } else {
                    throw new IllegalStateException("topics cannot be listed: " + FailureText.of(e), e);
                }
            }
        }
        for (String topic : all) {
            if (missing.contains(topic)) {
                problems.add("topic " + topic + " is missing; create it with: " + createCommand);
            }
        }
        problems.addAll(uneven(names, partitions));
        return new Finding(partitions, problems);
    }

    /** One task reads all customer-side topics, so a customer must have the same partition in each of them. */
    private static List<String> uneven(Topics names, Map<String, Integer> partitions) {
        Integer expected = partitions.get(names.conversationEvents());
        List<String> problems = new ArrayList<>();
        for (String topic : names.customerSide()) {
            Integer found = partitions.get(topic);
            if (expected != null && found != null && !found.equals(expected)) {
                problems.add("topic " + topic + " has " + found + " partitions and " + names.conversationEvents()
                        + " has "
                        + expected + "; they must be equal: kafka-topics.sh --alter --topic "
                        + (found < expected ? topic : names.conversationEvents()) + " --partitions "
                        + Math.max(found, expected) + " (an empty topic can be deleted and created again instead)");
            }
        }
        return problems;
    }

    /**
     * Makes what is missing and returns the names of what was made, once each partition's leader answers for it; the rest is
     * left alone.
     */
    public List<String> create(List<TopicPlan> plans) throws InterruptedException {
        List<String> made = new ArrayList<>();
        for (Map.Entry<String, KafkaFuture<Void>> topic : admin.createTopics(
                        plans.stream().map(TopicPlan::topic).toList())
                .values()
                .entrySet()) {
            try {
                topic.getValue().get();
                made.add(topic.getKey());
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new StartRefusedException(
                            List.of("topic " + topic.getKey() + " cannot be created: " + FailureText.of(e)));
                }
            }
        }
        awaitKnown(made);
        awaitLeaders(plans, Set.copyOf(made));
        return made;
    }

    /** A broker that is asked may not have heard yet of what the controller has just made. */
    private void awaitKnown(List<String> made) throws InterruptedException {
        long giveUpAt = System.nanoTime() + KNOWN_WITHIN.toNanos();
        for (int at = 0; at < made.size() && System.nanoTime() < giveUpAt; ) {
            try {
                admin.describeTopics(List.of(made.get(at))).allTopicNames().get();
                at++;
            } catch (ExecutionException e) {
                LOG.debug("topic {} is not known yet", made.get(at));
                Thread.sleep(LOOK_EVERY_MS);
            }
        }
    }

    /**
     * A broker may be named as leader before it acts as one. It then turns an idempotent producer's first batch away and takes
     * the second, after which the first is out of sequence however often it is sent again, until the producer gives up.
     */
    private void awaitLeaders(List<TopicPlan> plans, Set<String> made) throws InterruptedException {
        Map<TopicPartition, OffsetSpec> asked = new HashMap<>();
        for (TopicPlan plan : plans) {
            for (int partition = 0; made.contains(plan.topic().name()) && partition < plan.partitions(); partition++) {
                asked.put(new TopicPartition(plan.topic().name(), partition), OffsetSpec.earliest());
            }
        }
        try {
            admin.listOffsets(asked, new ListOffsetsOptions().timeoutMs((int) LEADERS_WITHIN.toMillis()))
                    .all()
                    .get();
        } catch (ExecutionException e) {
            LOG.warn("topics were made, but not every partition has a leader yet: {}", FailureText.of(e));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.query;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.names.StoreLayout;
import io.baton.names.Stores;
import io.baton.processor.Keys;
import io.baton.processor.WaitingLine;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.KeyQueryMetadata;
import org.apache.kafka.streams.StreamsMetadata;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.state.HostInfo;

/** Questions about what running routers keep, and which of them holds the answer. Any thread. */
public final class StateQueries implements AutoCloseable {

    private static final StringSerializer KEYS = new StringSerializer();

    private static final long LOOK_EVERY_MILLIS = 200;

    private final KafkaStreams streams;
    private final ScheduledExecutorService looking = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "state-lease");
        thread.setDaemon(true);
        return thread;
    });
    private final LocalStores stores;
    private final CustomerReader customers;
    private final StoreLayout layout;
    private final int partitions;

    /**
     * Over a router that is or will be running.
     *
     * @param partitions of the input topic
     * @param sessionMillis how long the group waits for a member that says nothing
     */
    public StateQueries(KafkaStreams streams, StoreLayout layout, int partitions, long sessionMillis) {
        this.streams = streams;
        this.layout = layout;
        this.partitions = partitions;
        Lease lease = new Lease(() -> heartbeats(streams), System::nanoTime, sessionMillis);
        this.stores = new LocalStores(streams, lease);
        this.customers = layout == StoreLayout.PACKED ? new PackedReader(stores) : new KafkaStoresReader(stores);
        var unused = looking.scheduleWithFixedDelay(
                lease::look, LOOK_EVERY_MILLIS, LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** Heartbeats that the group has answered, by stream thread. */
    private static Map<String, Double> heartbeats(KafkaStreams streams) {
        Map<String, Double> answered = new HashMap<>();
        streams.metrics().forEach((name, metric) -> {
            if (name.name().equals("heartbeat-total")
                    && name.group().equals("consumer-coordinator-metrics")
                    && metric.metricValue() instanceof Number total) {
                answered.put(name.tags().getOrDefault("client-id", ""), total.doubleValue());
            }
        });
        return answered;
    }

    @Override
    public void close() {
        looking.shutdownNow();
    }

    /**
     * Who holds a customer.
     *
     * @param host where it can be asked; empty where its instance has not said where that is
     */
    public record Holder(int partition, Optional<HostInfo> host) {}

    /** Someone who waits for a human, as the line of a queue has it. */
    public record Place(int priority, long since, String customerId, String conversationId) {}

    /** Whether what is read has been committed; otherwise it may be ahead by a commit interval. */
    public boolean committed() {
        return layout == StoreLayout.PACKED;
    }

    /** Where a customer is; while partitions are handed over, nobody may know who can be asked. */
    public Holder holder(String customerId) {
        int partition = Keys.partition(customerId, partitions);
        try {
            KeyQueryMetadata known = streams.queryMetadataForKey(
                    layout == StoreLayout.PACKED ? Stores.CONVERSATIONS : Stores.CONVERSATION_STATE, customerId, KEYS);
            boolean agrees = known != null && known.partition() == partition;
            return new Holder(partition, agrees ? named(known.activeHost()) : Optional.empty());
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new NotHereException("the router is not running, or is handing partitions over");
        }
    }

    /** Every instance of the group that has said where it can be asked. */
    public List<HostInfo> instances() {
        try {
            return streams.metadataForAllStreamsClients().stream()
                    .map(StreamsMetadata::hostInfo)
                    .flatMap(host -> named(host).stream())
                    .distinct()
                    .toList();
        } catch (IllegalStateException e) {
            throw new NotHereException("the router is not running, or is handing partitions over");
        }
    }

    /** How many partitions customers are in. */
    public int partitions() {
        return partitions;
    }

    /** @throws NotHereException where this instance does not hold the partition */
    public CustomerState customer(int partition, String customerId) {
        return customers.read(partition, customerId);
    }

    /**
     * The line of a queue in each partition that this instance serves, first in line first. A place in it may be ahead of the last commit.
     */
    public Map<Integer, List<Place>> lines(String queue) {
        Map<Integer, List<Place>> lines = new TreeMap<>();
        stores.eachPartition(
                Stores.WAITING,
                WaitingLine.first(queue),
                WaitingLine.afterAll(queue),
                (partition, keys) -> lines.put(
                        partition, keys.stream().map(key -> place(queue, key)).toList()));
        return lines;
    }

    private static Place place(String queue, Bytes key) {
        Bytes conversation = WaitingLine.conversation(queue, key);
        byte[] id = conversation.get();
        int separator = Keys.separator(conversation);
        return new Place(
                WaitingLine.priority(queue, key),
                WaitingLine.since(queue, key),
                new String(id, 0, separator, UTF_8),
                new String(id, separator + 1, id.length - separator - 1, UTF_8));
    }

    private static Optional<HostInfo> named(HostInfo host) {
        return host == null || host.equals(HostInfo.unavailable()) || host.port() <= 0
                ? Optional.empty()
                : Optional.of(host);
    }
}

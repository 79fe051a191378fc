// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.edge.registry.EmbeddedRegistry;
import io.baton.event.Alert;
import io.baton.event.AssistantCommand;
import io.baton.event.ConversationDecision;
import io.baton.event.ConversationOutcome;
import io.baton.event.CustomerOutreach;
import io.baton.event.EscalationRaised;
import io.baton.event.MetricWindow;
import io.baton.event.PolicyProposal;
import io.baton.event.ReviewItem;
import io.baton.event.TextModelPublished;
import io.baton.event.TrainingExample;
import io.baton.names.Headers;
import io.baton.names.StoreLayout;
import io.baton.names.Stores;
import io.baton.names.Topics;
import io.baton.packed.Frames;
import io.baton.packed.PackedStore;
import io.baton.packed.StateBudget;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policyfile.DefaultPolicy;
import io.baton.processor.Clockwork;
import io.baton.processor.TimeMode;
import io.baton.serde.Serdes;
import io.baton.topology.RouterTopology;
import io.baton.topology.Rulebook;
import io.baton.topology.Wiring;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/** Customer stories through the whole topology in the test driver: CloudEvents in, records out, time in the hands of the test. */
public final class Story implements AutoCloseable {

    public static final Instant BEGINNING = Instant.parse("2026-03-02T09:00:00Z");

    private static final ObjectMapper JSON = new ObjectMapper();

    public final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    public final TopologyTestDriver driver;
    public final Rulebook rulebook;
    private final EmbeddedRegistry registry;
    private final Path folder;
    private final TimeMode mode;
    private final AtomicLong now = new AtomicLong(BEGINNING.toEpochMilli());
    private final Map<String, List<?>> read = new LinkedHashMap<>();
    private int events;

    public Story() {
        this(DefaultPolicy.ruleset(), false);
    }

    public Story(Ruleset ruleset, boolean allDecisions) {
        this(ruleset, allDecisions, TimeMode.LIVE, StoreLayout.PACKED, Map.of());
    }

    public Story(TimeMode mode, StoreLayout layout) {
        this(DefaultPolicy.ruleset(), false, mode, layout, Map.of());
    }

    /** Packed, with so much room on the heap as the budget says. */
    public Story(TimeMode mode, StateBudget budget) {
        this(DefaultPolicy.ruleset(), false, mode, StoreLayout.PACKED, Map.of(StateBudget.SETTING, budget));
    }

    private Story(
            Ruleset ruleset, boolean allDecisions, TimeMode mode, StoreLayout layout, Map<String, Object> settings) {
        registry = EmbeddedRegistry.start();
        folder = folder();
        this.mode = mode;
        rulebook = new Rulebook(ruleset);
        Clockwork clockwork = new Clockwork(mode, now::get, Duration.ofSeconds(1), Duration.ofSeconds(1));
        Wiring wiring = new Wiring(topics, 1, layout, allDecisions, clockwork, rulebook, registryConfig());
        Properties properties = new Properties();
        properties.put(StreamsConfig.APPLICATION_ID_CONFIG, "story");
        properties.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "unused:9092");
        properties.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        properties.putAll(settings);
        driver = new TopologyTestDriver(RouterTopology.build(wiring), properties, BEGINNING);
    }

    private Map<String, Object> registryConfig() {
        return Map.of("schema.registry.url", registry.url());
    }

    public Conversation conversation(String id) {
        return new Conversation(this, id, "cust-of-" + id);
    }

    public Conversation conversation(String id, String customer) {
        return new Conversation(this, id, customer);
    }

    /** Lets time pass, a second at a time, so that timers fire when they are due. */
    public Story after(long seconds) {
        for (long i = 0; i < seconds; i++) {
            now.addAndGet(1000);
            driver.advanceWallClockTime(Duration.ofSeconds(1));
        }
        return this;
    }

    /**
     * Lets days pass at once: live by the wall clock of a silent partition, in a replay by its tick, which is where event
     * time runs on.
     */
    public Story afterDays(long days) {
        now.addAndGet(Duration.ofDays(days).toMillis());
        driver.advanceWallClockTime(Duration.ofDays(days));
        byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(now.get()).array();
        RecordHeaders tick = new RecordHeaders();
        tick.add(Headers.TICK, time);
        if (mode == TimeMode.REPLAY) {
            send(topics.conversationEvents(), new TestRecord<>(new byte[0], time, tick, now()));
        }
        return this;
    }

    /** Lets many seconds pass at once, so that a timer that falls due in between fires at the end. */
    public Story jump(long seconds) {
        now.addAndGet(seconds * 1000);
        driver.advanceWallClockTime(Duration.ofSeconds(seconds));
        return this;
    }

    /** Everything in the stores of the topology, as text: name of the store, key and value. */
    public List<String> stored() {
        List<String> entries = new ArrayList<>();
        driver.getAllStateStores().forEach((name, store) -> {
            if (store instanceof ReadOnlyKeyValueStore<?, ?> entriesOfStore) {
                try (KeyValueIterator<?, ?> all = entriesOfStore.all()) {
                    all.forEachRemaining(entry -> entries.add(name + " " + text(entry.key) + " " + text(entry.value)));
                }
            } else if (store instanceof PackedStore packed) {
                addAll(packed, entries);
            } else {
                throw new IllegalStateException("a store that cannot be walked over: " + name);
            }
        });
        return entries;
    }

    /** The packed layout under the names of the stores that it stands for. */
    private static void addAll(PackedStore packed, List<String> entries) {
        packed.journeys().forEach((id, journey) -> entries.add(Stores.CUSTOMER_JOURNEY + " " + id + text(journey)));
        packed.timers().forEach(timer -> entries.add(Stores.PENDING_TIMERS + " " + text(timer)));
        packed.all().forEach(kept -> {
            String key = " " + kept.customerId() + "\0" + kept.id() + " ";
            entries.add(Stores.CONVERSATION_STATE + key + text(kept.image()));
            Frames.read(kept.journal(), (bytes, from, to) -> Arrays.copyOfRange(bytes, from, to))
                    .forEach(entry -> entries.add(Stores.CONVERSATION_TRANSCRIPT + key + text(entry)));
        });
    }

    /** Bytes as they stand, one character each, so that an id can be looked for in them. */
    private static String text(Object stored) {
        if (stored instanceof Bytes bytes) {
            return new String(bytes.get(), ISO_8859_1);
        }
        return stored instanceof byte[] bytes ? new String(bytes, ISO_8859_1) : String.valueOf(stored);
    }

    public Instant now() {
        return Instant.ofEpochMilli(now.get());
    }

    /** Sends one CloudEvent at the present moment to the topic of its kind. */
    public void send(String topic, String type, String subject, String key, Map<String, ?> data) {
        send(topic, event("e-" + ++events, type, subject, key, now(), data));
    }

    public static String event(String id, String type, String subject, String key, Instant time, Map<String, ?> data) {
        Map<String, Object> event = new LinkedHashMap<>();
        event.put("specversion", "1.0");
        event.put("id", id);
        event.put("source", "story");
        event.put("type", type);
        event.put("subject", subject);
        event.put("time", time.toString());
        event.put("partitionkey", key);
        event.put("data", data);
        try {
            return JSON.writeValueAsString(event);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public void send(String topic, String json) {
        send(topic, new TestRecord<>(new byte[0], json.getBytes(UTF_8), now()));
    }

    public void send(String topic, TestRecord<byte[], byte[]> record) {
        driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer())
                .pipeInput(record);
    }

    /** Reports who is there to answer. */
    public Story agents(String queue, int online, int free) {
        Map<String, ?> data = Map.of("queue", queue, "online", online, "free", free);
        send(topics.agentAvailability(), "agents.availability-changed", queue, queue, data);
        return after(1);
    }

    /** Packets and their revisions on the topic of a queue, in the order in which they were written. */
    public List<EscalationRaised> queue(String queue) {
        return all(topics.escalations(queue), EscalationRaised.class);
    }

    public List<CustomerOutreach> outreach() {
        return all(topics.customerOutreach(), CustomerOutreach.class);
    }

    /** Drops what was written so far and not read. */
    public void drain() {
        driver.producedTopicNames()
                .forEach(topic -> driver.createOutputTopic(
                                topic, new ByteArrayDeserializer(), new ByteArrayDeserializer())
                        .readRecordsToList());
    }

    /** Sets the clock on, in one go, where it stands before the moment. */
    public Story passTo(Instant moment) {
        long millis = moment.toEpochMilli() - now.get();
        if (millis > 0) {
            now.addAndGet(millis);
            driver.advanceWallClockTime(Duration.ofMillis(millis));
        }
        return this;
    }

    public List<Alert> alerts() {
        return all(topics.alerts(), Alert.class);
    }

    public List<EscalationRaised> escalations() {
        List<EscalationRaised> all = new ArrayList<>();
        for (String queue : rulebook.ruleset().queues().keySet()) {
            all.addAll(all(topics.escalations(queue), EscalationRaised.class));
        }
        return all;
    }

    public List<EscalationRaised> escalations(String conversation) {
        return escalations().stream()
                .filter(packet -> packet.getConversationId().equals(conversation))
                .toList();
    }

    public List<ConversationDecision> decisions() {
        return all(topics.decisions(), ConversationDecision.class);
    }

    public List<AssistantCommand> commands() {
        return all(topics.assistantCommands(), AssistantCommand.class);
    }

    public List<ConversationOutcome> outcomes() {
        return all(topics.outcomes(), ConversationOutcome.class);
    }

    public List<MetricWindow> metrics(String channel) {
        return all(topics.metrics(channel), MetricWindow.class);
    }

    public List<ReviewItem> reviewItems() {
        return all(topics.reviewItems(), ReviewItem.class);
    }

    public List<TrainingExample> examples() {
        return all(topics.trainingExamples(), TrainingExample.class);
    }

    public List<TextModelPublished> textModels() {
        return all(topics.textModels(), TextModelPublished.class);
    }

    public List<PolicyProposal> proposals() {
        return all(topics.policyProposals(), PolicyProposal.class);
    }

    /** Id of the event that was sent last. */
    public String lastEventId() {
        return "e-" + events;
    }

    public List<TestRecord<byte[], byte[]>> deadLetters() {
        return driver.createOutputTopic(topics.deadLetters(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    /** Everything written to a topic since the story began. */
    @SuppressWarnings("unchecked")
    <T extends SpecificRecord> List<T> all(String topic, Class<T> type) {
        List<T> known = (List<T>) read.computeIfAbsent(topic, t -> new ArrayList<T>());
        driver.createOutputTopic(
                        topic,
                        new StringDeserializer(),
                        Serdes.value(type, registryConfig()).deserializer())
                .readValuesToList()
                .forEach(known::add);
        return known;
    }

    @Override
    public void close() {
        driver.close();
        registry.close();
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A folder of its own: two builds at once on one machine do not share their state. */
    private static Path folder() {
        try {
            return Files.createTempDirectory("baton-story-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.flink;

import io.baton.event.ConversationEvent;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * Commits what a checkpoint has read as soon as it is complete, which is how the bench knows how far a program is. Flink's
 * source does that itself, but only between two polls: on a topic that has fallen quiet up to ten seconds later.
 */
final class TellOffsets extends AbstractStreamOperator<ConversationEvent>
        implements OneInputStreamOperator<TellOffsets.Arrived, ConversationEvent> {

    private static final long serialVersionUID = 1L;

    private final JobSettings settings;
    private transient Admin admin;
    private transient Map<Integer, Long> next;
    private transient TreeMap<Long, Map<TopicPartition, OffsetAndMetadata>> pending;

    /** An event with its place in the topic. */
    record Arrived(int partition, long offset, ConversationEvent event) {}

    @SuppressWarnings("NullAway.Init") // Flink opens it before the first element
    TellOffsets(JobSettings settings) {
        this.settings = settings;
    }

    @Override
    public void open() throws Exception {
        super.open();
        admin = Admin.create(Map.of("bootstrap.servers", settings.bootstrapServers()));
        next = new HashMap<>();
        pending = new TreeMap<>();
    }

    @Override
    public void processElement(StreamRecord<Arrived> element) {
        Arrived arrived = element.getValue();
        next.put(arrived.partition(), arrived.offset() + 1);
        output.collect(element.replace(arrived.event()));
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        super.prepareSnapshotPreBarrier(checkpointId);
        if (!next.isEmpty()) {
            String topic = settings.topics().conversationEvents();
            Map<TopicPartition, OffsetAndMetadata> read = new HashMap<>();
            next.forEach((partition, offset) ->
                    read.put(new TopicPartition(topic, partition), new OffsetAndMetadata(offset)));
            pending.put(checkpointId, read);
            next.clear();
        }
    }

    @Override
    public void notifyCheckpointComplete(long checkpointId) throws Exception {
        super.notifyCheckpointComplete(checkpointId);
        Map<TopicPartition, OffsetAndMetadata> complete = new HashMap<>();
        Map<Long, Map<TopicPartition, OffsetAndMetadata>> done = pending.headMap(checkpointId, true);
        done.values().forEach(complete::putAll);
        done.clear();
        if (!complete.isEmpty()) {
            admin.alterConsumerGroupOffsets(settings.application(), complete);
        }
    }

    @Override
    public void close() throws Exception {
        admin.close(Duration.ZERO);
        super.close();
    }
}

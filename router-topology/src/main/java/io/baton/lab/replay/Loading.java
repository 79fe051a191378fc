// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.intake.Intake;
import io.baton.intake.Result;
import io.baton.lab.Feed;
import io.baton.lab.RecordedLine;
import io.baton.lab.Recording;
import io.baton.names.Headers;
import io.baton.names.Topics;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Utils;

/**
 * Puts a recording on the input topics and remembers which line became which record.
 *
 * <p>All that concerns a customer goes through one topic, because between two topics Kafka Streams keeps no order at the same
 * millisecond, and a profile that comes now before and now after a message would make two runs differ.
 */
final class Loading {

    private final Feed feed;
    private final Topics topics;
    private final Intake intake;
    private final Set<String> readWhole;
    private final List<List<RecordedLine>> sent = new ArrayList<>();

    /** @param intake judges what goes to the topics that have no dead letters of their own */
    Loading(Feed feed, Topics topics, int partitions, Intake intake) {
        this.feed = feed;
        this.topics = topics;
        this.intake = intake;
        this.readWhole = Set.of(topics.incidentReports(), topics.agentAvailability(), topics.policyRulesets());
        for (int partition = 0; partition < partitions; partition++) {
            sent.add(new ArrayList<>());
        }
    }

    /**
     * Sends every line, then lets time run on.
     *
     * @param until when event time ends, milliseconds since 1970
     */
    void load(Recording recording, long until) {
        for (RecordedLine line : recording.lines()) {
            long at = Math.max(0, line.dated() ? line.at() : recording.start());
            String topic = feed.topic(line.type());
            if (readWhole.contains(topic) && isFact(line, at)) {
                feed.send(new ProducerRecord<>(topic, null, at, Feed.key(line.bytes()), line.bytes()));
            } else {
                event(line, at);
            }
        }
        tick(Math.max(0, until));
        feed.flush();
    }

    /** What those topics' readers would leave out goes to the events instead, where it ends in the dead letters. */
    private boolean isFact(RecordedLine line, long at) {
        return intake.read(null, line.bytes(), new RecordHeaders(), at) instanceof Result.Reference;
    }

    private void event(RecordedLine line, long at) {
        String customer = line.customer();
        byte[] key = customer.isBlank() ? null : customer.getBytes(UTF_8);
        int partition = key == null ? 0 : Utils.toPositive(Utils.murmur2(key)) % sent.size();
        sent.get(partition).add(line);
        feed.send(new ProducerRecord<>(topics.conversationEvents(), partition, at, key, line.bytes()));
    }

    private void tick(long until) {
        byte[] time = ByteBuffer.allocate(Long.BYTES).putLong(until).array();
        for (int partition = 0; partition < sent.size(); partition++) {
            RecordHeaders headers = new RecordHeaders();
            headers.add(Headers.TICK, time);
            feed.send(new ProducerRecord<>(topics.conversationEvents(), partition, until, null, time, headers));
        }
    }

    /** The line that became a record; empty for a tick and for a topic that takes no lines. */
    Optional<RecordedLine> line(String topic, int partition, long offset) {
        if (!topic.equals(topics.conversationEvents()) || partition < 0 || partition >= sent.size()) {
            return Optional.empty();
        }
        List<RecordedLine> lines = sent.get(partition);
        return offset >= 0 && offset < lines.size() ? Optional.of(lines.get((int) offset)) : Optional.empty();
    }
}

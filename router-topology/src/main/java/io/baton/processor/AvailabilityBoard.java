// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.event.AgentAvailabilityChanged;
import io.baton.policy.routing.Availability;
import io.baton.policy.routing.Seats;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * What was reported of the agents of each queue, each report with its own time: a replay has read them all before the first
 * conversation begins, and must still see at each moment what was known then.
 *
 * <p>Keys: {@code 0 queue} for each queue that was ever reported; {@code 1 queue 0x00 time} for each report.
 */
public final class AvailabilityBoard implements Availability {

    /** Reports that a live router keeps before the latest of a queue; no ladder looks back as far. */
    private static final Duration KEPT = Duration.ofDays(7);

    private static final byte QUEUE = 0;
    private static final byte REPORT = 1;

    private final ReadOnlyKeyValueStore<Bytes, byte[]> reports;

    AvailabilityBoard(ReadOnlyKeyValueStore<Bytes, byte[]> reports) {
        this.reports = reports;
    }

    /**
     * Keeps a report.
     *
     * @param forgetful whether reports of long ago go: live, where nobody asks for them any more
     */
    public static void keep(KeyValueStore<Bytes, byte[]> store, AgentAvailabilityChanged report, boolean forgetful) {
        String queue = report.getQueue();
        long at = report.getTime().toEpochMilli();
        byte[] seats = ByteBuffer.allocate(2 * Integer.BYTES)
                .putInt(report.getOnline())
                .putInt(report.getFree())
                .array();
        store.put(name(queue), new byte[0]);
        store.put(key(queue, at), seats);
        if (forgetful) {
            List<Bytes> old = new ArrayList<>();
            try (KeyValueIterator<Bytes, byte[]> range =
                    store.range(key(queue, Long.MIN_VALUE), key(queue, at - KEPT.toMillis()))) {
                range.forEachRemaining(entry -> old.add(entry.key));
            }
            old.forEach(store::delete);
        }
    }

    @Override
    public @Nullable Seats at(String queue, long at) {
        KeyValue<Bytes, byte[]> last = last(queue, at);
        if (last == null) {
            return null;
        }
        ByteBuffer seats = ByteBuffer.wrap(last.value);
        return new Seats(seats.getInt(), seats.getInt());
    }

    @Override
    public List<Long> reports(String queue, long after, long until) {
        List<Long> times = new ArrayList<>();
        if (after < until) {
            try (KeyValueIterator<Bytes, byte[]> range = reports.range(key(queue, after + 1), key(queue, until))) {
                range.forEachRemaining(entry -> times.add(time(entry.key)));
            }
        }
        return times;
    }

    /** Time of the last report at or before a moment; {@code Long.MIN_VALUE} where there was none yet. */
    long lastReport(String queue, long at) {
        KeyValue<Bytes, byte[]> last = last(queue, at);
        return last == null ? Long.MIN_VALUE : time(last.key);
    }

    /** Time of the first report that is kept. */
    long firstReport(String queue) {
        try (KeyValueIterator<Bytes, byte[]> range =
                reports.range(key(queue, Long.MIN_VALUE), key(queue, Long.MAX_VALUE))) {
            return range.hasNext() ? time(range.next().key) : Long.MAX_VALUE;
        }
    }

    /** Every queue that was ever reported, also one that the policy does not know. */
    List<String> queues() {
        List<String> queues = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range =
                reports.range(Bytes.wrap(new byte[] {QUEUE}), Bytes.wrap(new byte[] {REPORT}))) {
            range.forEachRemaining(
                    entry -> queues.add(new String(entry.key.get(), 1, entry.key.get().length - 1, UTF_8)));
        }
        return queues;
    }

    private @Nullable KeyValue<Bytes, byte[]> last(String queue, long at) {
        try (KeyValueIterator<Bytes, byte[]> range = reports.reverseRange(key(queue, Long.MIN_VALUE), key(queue, at))) {
            return range.hasNext() ? range.next() : null;
        }
    }

    private static Bytes name(String queue) {
        byte[] name = queue.getBytes(UTF_8);
        return Bytes.wrap(
                ByteBuffer.allocate(1 + name.length).put(QUEUE).put(name).array());
    }

    /** Times sort as unsigned bytes, so their sign is turned. */
    private static Bytes key(String queue, long at) {
        byte[] name = queue.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(2 + name.length + Long.BYTES)
                .put(REPORT)
                .put(name)
                .put((byte) 0)
                .putLong(at ^ Long.MIN_VALUE)
                .array());
    }

    private static long time(Bytes key) {
        byte[] bytes = key.get();
        return ByteBuffer.wrap(bytes, bytes.length - Long.BYTES, Long.BYTES).getLong() ^ Long.MIN_VALUE;
    }
}

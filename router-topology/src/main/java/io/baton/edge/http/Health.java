// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.function.BooleanSupplier;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.streams.KafkaStreams;

/**
 * Alive by progress and not by state: a router can say that it is running and do nothing for weeks. It is alive while it is not
 * in an error state and has nothing left to read, is rebalancing, or has worked on a record within the last minutes.
 */
final class Health {

    private static final Duration STALLED_AFTER = Duration.ofMinutes(3);

    private final Supplier<KafkaStreams.State> state;
    private final Supplier<Map<MetricName, ? extends Metric>> metrics;
    private final BooleanSupplier boardIsRead;
    private final LongSupplier nanos;
    private double processed = -1;
    private long movedAt;

    /**
     * @param metrics those of Kafka Streams and its clients
     * @param nanos a clock that only runs forward
     */
    Health(
            Supplier<KafkaStreams.State> state,
            Supplier<Map<MetricName, ? extends Metric>> metrics,
            BooleanSupplier boardIsRead,
            LongSupplier nanos) {
        this.state = state;
        this.metrics = metrics;
        this.boardIsRead = boardIsRead;
        this.nanos = nanos;
        this.movedAt = nanos.getAsLong();
    }

    Reply live(Exchange exchange) {
        KafkaStreams.State now = state.get();
        long lag = Math.round(sum("records-lag", "consumer-fetch-manager-metrics"));
        boolean ended = now == KafkaStreams.State.ERROR
                || now == KafkaStreams.State.NOT_RUNNING
                || now == KafkaStreams.State.PENDING_ERROR;
        long still = secondsWithoutProgress(now, lag);
        boolean alive = !ended && still < STALLED_AFTER.toSeconds();
        ObjectNode body = body(alive, now).put("lag", lag).put("secondsWithoutProgress", still);
        return Reply.json(alive ? 200 : 503, body);
    }

    /** Ready to answer: partitions are there and the board shows what had been written when it was started. */
    Reply ready(Exchange exchange) {
        KafkaStreams.State now = state.get();
        boolean ready = now == KafkaStreams.State.RUNNING && boardIsRead.getAsBoolean();
        Reply reply = Reply.json(ready ? 200 : 503, body(ready, now).put("board", boardIsRead.getAsBoolean()));
        return ready ? reply : reply.with("Retry-After", "1");
    }

    /** Asked by whoever supervises, and by a clock of ours in between, so that the first question finds an answer. */
    synchronized long secondsWithoutProgress(KafkaStreams.State now, long lag) {
        double total = sum("process-total", "stream-thread-metrics");
        boolean moves = lag == 0 || total != processed || now != KafkaStreams.State.RUNNING;
        if (moves) {
            processed = total;
            movedAt = nanos.getAsLong();
        }
        return Duration.ofNanos(nanos.getAsLong() - movedAt).toSeconds();
    }

    private double sum(String name, String group) {
        double sum = 0;
        for (Map.Entry<MetricName, ? extends Metric> metric : metrics.get().entrySet()) {
            MetricName found = metric.getKey();
            if (found.name().equals(name)
                    && found.group().equals(group)
                    && (!name.equals("records-lag") || found.tags().containsKey("partition"))
                    && metric.getValue().metricValue() instanceof Number number
                    && Double.isFinite(number.doubleValue())) {
                sum += number.doubleValue();
            }
        }
        return sum;
    }

    private static ObjectNode body(boolean good, KafkaStreams.State state) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("status", good ? "up" : "down")
                .put("state", state.name());
    }
}

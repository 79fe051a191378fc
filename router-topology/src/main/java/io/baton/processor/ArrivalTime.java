// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.processor.TimestampExtractor;

/**
 * When a record arrived, as far as it can be believed: one timestamp from the far future would otherwise drag the time of
 * its whole partition with it.
 *
 * <p>In a replay the timestamps are the events' own and are taken as they are.
 */
public record ArrivalTime(Clockwork clockwork, long toleranceMillis) implements TimestampExtractor {

    @Override
    public long extract(ConsumerRecord<Object, Object> record, long partitionTime) {
        long timestamp = record.timestamp();
        if (clockwork.replay()) {
            return Math.max(0, timestamp);
        }
        long now = clockwork.now().getAsLong();
        return timestamp <= 0 || timestamp > now + toleranceMillis ? now : timestamp;
    }
}

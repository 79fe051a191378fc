// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.query.KeyQuery;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryResult;
import org.apache.kafka.streams.query.RangeQuery;
import org.apache.kafka.streams.query.StateQueryRequest;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.jspecify.annotations.Nullable;

/** The stores of this instance, those of running tasks only: never a standby's, never one that is still read back. */
final class LocalStores {

    private final KafkaStreams streams;
    private final Lease lease;

    LocalStores(KafkaStreams streams, Lease lease) {
        this.streams = streams;
        this.lease = lease;
    }

    /** The answer of the store of one partition. */
    <R> R ask(String store, int partition, Query<R> query) {
        return guarded(() -> answer(store, partition, query));
    }

    /** The value of a key; null where there is none. */
    byte @Nullable [] get(String store, int partition, Bytes key) {
        return guarded(() ->
                result(store, partition, KeyQuery.<Bytes, byte[]>withKey(key)).getResult());
    }

    /** Visits the entries of a range, ends included, in the order of their keys. */
    void each(String store, int partition, Bytes from, Bytes to, BiConsumer<Bytes, byte[]> visitor) {
        guarded(() -> {
            RangeQuery<Bytes, byte[]> query = RangeQuery.withRange(from, to);
            try (KeyValueIterator<Bytes, byte[]> found = answer(store, partition, query)) {
                found.forEachRemaining(entry -> visitor.accept(entry.key, entry.value));
            }
            return true;
        });
    }

    /** Gives the keys of a range, ends included, for each partition that is served here. */
    void eachPartition(String store, Bytes from, Bytes to, BiConsumer<Integer, List<Bytes>> visitor) {
        guarded(() -> {
            lease.check();
            StateQueryRequest<KeyValueIterator<Bytes, byte[]>> request = StateQueryRequest.inStore(store)
                    .withQuery(RangeQuery.<Bytes, byte[]>withRange(from, to))
                    .requireActive();
            streams.query(request).getPartitionResults().forEach((partition, result) -> {
                if (result.isSuccess()) {
                    List<Bytes> keys = new ArrayList<>();
                    try (KeyValueIterator<Bytes, byte[]> found = result.getResult()) {
                        found.forEachRemaining(entry -> keys.add(entry.key));
                    }
                    visitor.accept(partition, keys);
                }
            });
            return true;
        });
    }

    private <R> R answer(String store, int partition, Query<R> query) {
        R answer = result(store, partition, query).getResult();
        if (answer == null) {
            throw new NotHereException("the store has no answer yet");
        }
        return answer;
    }

    private <R> QueryResult<R> result(String store, int partition, Query<R> query) {
        lease.check();
        StateQueryRequest<R> request = StateQueryRequest.inStore(store)
                .withQuery(query)
                .withPartitions(Set.of(partition))
                .requireActive();
        QueryResult<R> result = streams.query(request).getPartitionResults().get(partition);
        if (result == null || result.isFailure()) {
            throw new NotHereException("the partition of this customer is not served here at the moment");
        }
        return result;
    }

    /** What Kafka Streams says of a store that is closed, moved away or not begun is one answer here. */
    private static <R extends @Nullable Object> R guarded(Supplier<R> question) {
        try {
            return question.get();
        } catch (InvalidStateStoreException | IllegalStateException e) {
            throw new NotHereException("the router is not running, or is handing partitions over");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.IncidentReview;
import io.baton.policy.playbook.Reviews;
import io.baton.state.IncidentDelta;
import java.util.Set;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;

/**
 * Adds up the account of each incident, and sends it on once the incident is closed (C07): one revision for each conversation
 * that is released or that an agent joins afterwards.
 */
public final class IncidentReviewProcessor implements Processor<String, IncidentDelta, String, IncidentReview> {

    private final String storeName;
    private ProcessorContext<String, IncidentReview> context;
    private KeyValueStore<String, IncidentReview> reviews;

    @SuppressWarnings("NullAway.Init")
    private IncidentReviewProcessor(String storeName) {
        this.storeName = storeName;
    }

    public static ProcessorSupplier<String, IncidentDelta, String, IncidentReview> supplier(
            String storeName, Serde<IncidentReview> serde) {
        // On the heap: incidents are few, and a store on disk takes as long to open as all of them to read.
        StoreBuilder<?> store = Supplied.store(Stores.inMemoryKeyValueStore(storeName), serde);
        return new Supplied<>(() -> new IncidentReviewProcessor(storeName), Set.of(store));
    }

    @Override
    public void init(ProcessorContext<String, IncidentReview> processorContext) {
        context = processorContext;
        reviews = context.getStateStore(storeName);
    }

    @Override
    public void process(Record<String, IncidentDelta> record) {
        IncidentReview review = Reviews.add(reviews.get(record.key()), record.value());
        reviews.put(record.key(), review);
        if (review.getClosedAt() != null) {
            context.forward(
                    new Record<>(record.key(), review, review.getUpdatedAt().toEpochMilli()));
        }
    }
}

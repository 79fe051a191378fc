// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import io.baton.packed.Commits;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.errors.TaskMigratedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Kafka's own clients, but for one call that loses input, and one whose success others must know of.
 *
 * <p>A transaction that a broker did not answer in time ends in a TaskCorruptedException. Kafka Streams 4.3 then marks the
 * task's partitions to be read again from the last commit, and asks for a rebalance. Where that is quick, it throws the marked
 * task away and makes another, which knows nothing of the mark: all that was read since the last commit is skipped.
 *
 * <p>So instead of asking for the rebalance the thread is told that it has lost its tasks, which it survives by design: it
 * closes them, joins the group anew and reads from what is committed. {@code StalledBrokerIT}
 * comes to this point under real stalls; the loss was seen only where a processor threw the exception itself.
 */
final class RouterClients implements KafkaClientSupplier {

    private static final Logger LOG = LoggerFactory.getLogger(RouterClients.class);

    @Override
    public Admin getAdmin(Map<String, Object> config) {
        return Admin.create(config);
    }

    @Override
    public Producer<byte[], byte[]> getProducer(Map<String, Object> config) {
        return new MainProducer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getConsumer(Map<String, Object> config) {
        return new MainConsumer(config);
    }

    @Override
    public Consumer<byte[], byte[]> getRestoreConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public Consumer<byte[], byte[]> getGlobalConsumer(Map<String, Object> config) {
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Says when a transaction has been committed, since Kafka Streams does not. */
    private static final class MainProducer extends KafkaProducer<byte[], byte[]> {

        private MainProducer(Map<String, Object> config) {
            super(config, new ByteArraySerializer(), new ByteArraySerializer());
        }

        @Override
        public void commitTransaction() {
            super.commitTransaction();
            Commits.done();
        }
    }

    private static final class MainConsumer extends KafkaConsumer<byte[], byte[]> {

        /** What Kafka Streams says when it asks for a rebalance because of corrupted tasks, and at no other time. */
        private static final String CORRUPTED = "Active tasks corrupted";

        private MainConsumer(Map<String, Object> config) {
            super(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        }

        @Override
        public void enforceRebalance(String reason) {
            if (CORRUPTED.equals(reason)) {
                LOG.warn(
                        "a commit was not answered in time or state is damaged: tasks begin anew at their last commit");
                throw new TaskMigratedException("a task is corrupted; all are read again from their last commit");
            }
            super.enforceRebalance(reason);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.Objects;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.processor.internals.InternalProcessorContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;
import org.jspecify.annotations.Nullable;

/**
 * A store that is asked, before each commit, to write what belongs to the transaction. This class is all that depends on
 * what Kafka Streams does not promise; {@code PackedStoreContractTest} says so when an upgrade changes it.
 *
 * <p>Streams lets caches write out before it commits ({@code ProcessorStateManager.flushCache}), which is the moment wanted
 * here. {@code StateStore.flush} is not: under exactly-once it is not called with each commit.
 */
abstract class CommitHook implements StateStore, CachedStateStore<byte[], byte[]> {

    private @Nullable InternalProcessorContext<?, ?> context;

    /** Writes what belongs to the transaction that is about to be committed. */
    abstract void beforeCommit();

    @Override
    public void init(StateStoreContext given, StateStore root) {
        context = (InternalProcessorContext<?, ?>) given;
    }

    /** Sends a record to the changelog of this store, in the transaction that is open. */
    void log(byte[] key, byte @Nullable [] value) {
        InternalProcessorContext<?, ?> current = Objects.requireNonNull(context, "init comes first");
        logChange(current, Bytes.wrap(key), value);
    }

    @SuppressWarnings("NullAway") // Kafka's interface is not annotated; null is the tombstone.
    private void logChange(InternalProcessorContext<?, ?> current, Bytes key, byte @Nullable [] value) {
        current.logChange(
                name(), key, value, current.currentSystemTimeMs(), new RecordHeaders(), Position.emptyPosition());
    }

    @Override
    public final void flushCache() {
        beforeCommit();
    }

    /** Nothing is held back that another layer could ask for. */
    @Override
    public final boolean setFlushListener(CacheFlushListener<byte[], byte[]> listener, boolean sendOldValues) {
        return false;
    }

    /** Called when a task is closed after a failure: all of this store goes with it. */
    @Override
    public final void clearCache() {}

    @Override
    public Position getPosition() {
        return Position.emptyPosition();
    }
}

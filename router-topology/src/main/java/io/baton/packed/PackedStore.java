// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.nio.ByteBuffer;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.BatchingStateRestoreCallback;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.FailureReason;
import org.apache.kafka.streams.query.PositionBound;
import org.apache.kafka.streams.query.Query;
import org.apache.kafka.streams.query.QueryConfig;
import org.apache.kafka.streams.query.QueryResult;
import org.jspecify.annotations.Nullable;

/**
 * Conversations, journeys and timers of one partition on the heap, as far as the budget goes. What changed between two commits leaves as a few large
 * records in the same transaction; a produced record costs more than a whole turn, so that one a turn was too many.
 *
 * <p>Used by the thread of its task alone, but for {@link #query}.
 */
public final class PackedStore extends CommitHook {

    /** Setting of Kafka Streams that says whether other threads may look in, see {@link CustomerQuery}; without it none may. */
    public static final String VIEWED = "baton.state.viewed";

    private final String name;
    private final Codec codec;
    private volatile @Nullable ReadAside kept;
    private volatile @Nullable PackedState served;
    private final Map<String, Runnable> writers = new LinkedHashMap<>();
    private @Nullable StateMeters meters;

    PackedStore(String name, Codec codec) {
        this.name = name;
        this.codec = codec;
    }

    /** The conversation; null where it is not known. */
    public @Nullable Kept find(String customerId, String conversationId) {
        return state().holdings().find(customerId, conversationId);
    }

    /** All conversations of a customer. */
    public List<Kept> conversations(String customerId) {
        return state().conversations(customerId);
    }

    /** All conversations, for whoever must look at each. */
    public List<Kept> all() {
        return state().holdings().all();
    }

    /** All journeys by customer. */
    public Map<String, byte[]> journeys() {
        return state().holdings().journeys();
    }

    /** A conversation that was not known; its entries as {@link Kept#journal} has them. */
    public void begin(String customerId, String conversationId, byte[] image, byte[] entries) {
        state().begin(customerId, conversationId, image, entries);
    }

    /** @param delta how the image differs from the one before; null where that is no shorter than the image */
    public void turn(Kept kept, byte[] image, byte @Nullable [] delta, byte[] entries) {
        state().turn(kept, image, delta, entries);
    }

    public void forget(Kept kept) {
        state().forget(kept);
    }

    public byte @Nullable [] journey(String customerId) {
        return state().journey(customerId);
    }

    /** @param timerAt when the journey wants to be looked at, epoch milliseconds; 0 = never */
    public void journey(String customerId, byte[] journey, long timerAt) {
        state().journey(customerId, journey, timerAt);
    }

    public void forgetJourney(String customerId) {
        state().forgetJourney(customerId);
    }

    /** The rows of a table beside the customers, in the order of the keys' bytes; empty where there are none. */
    public Map<Bytes, byte[]> rows(String table) {
        return state().rows().table(table);
    }

    /**
     * A row beside the customers. Rows are for what is little: all of them stay on the heap.
     *
     * @param value null where the row goes
     */
    public void row(String table, Bytes key, byte @Nullable [] value) {
        state().row(table, key, value);
    }

    /**
     * Something to do before each commit of this task: to write the rows of a table that change more often than that. Whoever comes later
     * for a table takes the place of whoever was there, since a task that was a standby meanwhile keeps its store.
     */
    public void onCommit(String table, Runnable write) {
        writers.put(table, write);
    }

    /**
     * What waits, in order of due time: eight bytes of it, then the key of a customer or a conversation. The caller keeps it
     * up to date; after a restore it is what images and journeys say.
     */
    public Collection<Bytes> timers() {
        return state().timers();
    }

    /**
     * Puts on disk what the heap has no room for, as each commit does. Nothing that was found before may be used after, so that this
     * is for moments between two records or timers, of which there can be many to a commit.
     */
    public void relieve() {
        state().holdings().relieve();
    }

    /** Bytes of all that is kept. */
    public long bytes() {
        return state().holdings().live();
    }

    /** Bytes of the changelog that stand for it, before they were compressed. */
    public long loggedBytes() {
        return state().logged();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        super.init(context, root);
        // A task that comes back after a failure gets the same object: nothing of before may be left in it.
        close();
        PackedState begun = new PackedState(
                codec,
                this::append,
                StateBudget.in(context.appConfigs()).share(),
                Boolean.TRUE.equals(context.appConfigs().get(VIEWED)));
        ReadAside aside = new ReadAside(begun);
        kept = aside;
        meters = new StateMeters(context, name);
        BatchingStateRestoreCallback reader = records -> aside.read(records.stream()
                .map(record ->
                        new PackedState.Logged(ByteBuffer.wrap(record.key).getLong(), record.value))
                .toList());
        context.register(root, reader);
    }

    /** The changelog has been read and the task begins to write: from now on others may look in. */
    public void serve() {
        served = state();
    }

    /** Answers a {@link CustomerQuery} with what is committed; any thread. */
    @Override
    @SuppressWarnings("unchecked") // the query says of which type its answer is
    public <R> QueryResult<R> query(Query<R> query, PositionBound bound, QueryConfig config) {
        if (!(query instanceof CustomerQuery asked)) {
            return QueryResult.forUnknownQueryType(query, this);
        }
        CustomerView view = view(asked.customerId());
        return view == null
                ? QueryResult.forFailure(FailureReason.NOT_PRESENT, "the store is not there yet")
                : (QueryResult<R>) QueryResult.forResult(view);
    }

    /** Not through {@link #state()}, which is for the thread of the task: a log that is read goes on to be while somebody looks in. */
    private @Nullable CustomerView view(String customerId) {
        PackedState current = served;
        return current == null ? null : current.holdings().view(customerId);
    }

    @Override
    void beforeCommit() {
        writers.values().forEach(Runnable::run);
        PackedState current = state();
        current.seal();
        StateMeters shown = meters;
        if (shown != null) {
            shown.show(current.holdings());
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void close() {
        served = null;
        writers.clear();
        ReadAside current = kept;
        if (current != null) {
            kept = null;
            current.close();
        }
        if (meters != null) {
            meters.close();
            meters = null;
        }
    }

    @Override
    public boolean persistent() {
        return false;
    }

    @Override
    public boolean isOpen() {
        return kept != null;
    }

    private PackedState state() {
        ReadAside current = kept;
        if (current == null) {
            throw new IllegalStateException("the store is closed");
        }
        return current.await();
    }

    private void append(long number, byte @Nullable [] pack) {
        log(ByteBuffer.allocate(Long.BYTES).putLong(number).array(), pack);
    }
}

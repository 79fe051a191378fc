// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.rocksdb.Options;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How much of the heap the packed stores of a process may take together. Beyond it each puts customers on disk until the sum is within
 * it again, but none gives up more than what it has above its equal share: one large partition does not push out all others.
 *
 * <p>What a store takes is an estimate, see {@link HeapSize}, and is looked at with each commit and each pack that is read back; in between
 * the heap holds what a commit interval touches besides.
 */
public final class StateBudget {

    /** Setting of Kafka Streams that carries the budget itself to the stores; without it there is no limit. */
    public static final String SETTING = "baton.state.budget";

    /** Part of the budget at which the router says that it comes near. */
    private static final double NEAR = 0.8;
    /** Part of the budget below which it would say so again. */
    private static final double FAR = 0.7;

    private static final Logger LOG = LoggerFactory.getLogger(StateBudget.class);

    private final long max;
    private final Supplier<Path> folder;
    private final Consumer<Options> bounds;
    private final AtomicLong heap = new AtomicLong();
    private final AtomicInteger stores = new AtomicInteger();
    private final AtomicInteger attics = new AtomicInteger();
    private final AtomicBoolean near = new AtomicBoolean();
    private final AtomicBoolean passed = new AtomicBoolean();

    /**
     * A budget of a process.
     *
     * @param max bytes of heap
     * @param folder where state beyond it is put; asked only then
     * @param bounds sets what memory RocksDB may take
     */
    public StateBudget(long max, Supplier<Path> folder, Consumer<Options> bounds) {
        this.max = max;
        this.folder = folder;
        this.bounds = bounds;
    }

    static StateBudget unlimited() {
        return new StateBudget(
                Long.MAX_VALUE,
                () -> {
                    throw new IllegalStateException("no limit, no folder");
                },
                options -> {});
    }

    static StateBudget in(Map<String, Object> settings) {
        return settings.get(SETTING) instanceof StateBudget given ? given : unlimited();
    }

    /** Bytes of heap that all packed stores of the process take, about. */
    public long heapBytes() {
        return heap.get();
    }

    Share share() {
        return new Share();
    }

    /** What one store takes of it. */
    final class Share implements AutoCloseable {

        private long counted;
        private boolean closed;

        private Share() {
            stores.incrementAndGet();
        }

        /** Says how many bytes a store takes now, and returns how many it may keep. */
        long most(long taken) {
            long total = heap.addAndGet(taken - counted);
            counted = taken;
            say(total);
            if (total <= max) {
                return Long.MAX_VALUE;
            }
            return Math.max(max / Math.max(1, stores.get()), taken - (total - max));
        }

        /** A place for what it may not keep. */
        Attic attic() {
            return new Attic(new Disk(folder.get().resolve("store-" + attics.incrementAndGet()), bounds));
        }

        @Override
        public void close() {
            if (!closed) {
                closed = true;
                heap.addAndGet(-counted);
                stores.decrementAndGet();
            }
        }
    }

    /** Once each time the sum comes near or passes, not with each commit that it stays there. */
    private void say(long total) {
        if (total > max) {
            near.set(true);
            if (passed.compareAndSet(false, true)) {
                LOG.warn(
                        "state-beyond-budget heapMb={} maxMb={} stores={}: the router goes on with the customers that"
                                + " were longest without a turn on disk below state.dir, where a turn costs a read and a"
                                + " write; to have all on the heap raise -Xmx or state.max, or add instances",
                        total >> 20,
                        max >> 20,
                        stores.get());
            }
        } else if (total > max * NEAR && near.compareAndSet(false, true)) {
            LOG.warn(
                    "state-near-budget heapMb={} maxMb={} stores={}: beyond state.max the router puts customers on"
                            + " disk and gets slower; raise -Xmx or state.max, or add instances",
                    total >> 20,
                    max >> 20,
                    stores.get());
        } else if (total < max * FAR && near.get()) {
            near.set(false);
            passed.set(false);
        }
    }
}

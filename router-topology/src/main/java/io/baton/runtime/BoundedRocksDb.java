// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One cache and one write-buffer bound for all stores of the process.
 *
 * <p>Without it each store of each partition may take about 98 MB of memory outside the heap, so that a rebalance which brings
 * more partitions ends in the operating system killing the router.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {

    /** Setting that carries the bound, in bytes. */
    public static final String BYTES = "baton.rocksdb.bytes";

    private static final long DEFAULT_BYTES = 128L << 20;
    private static final long WRITE_BUFFER_BYTES = 4L << 20;
    private static @Nullable Bound shared;

    /** Kafka Streams creates it by name. */
    public BoundedRocksDb() {}

    /** Write buffers are charged to the cache, which is therefore the bound of both. */
    private record Bound(Cache cache, WriteBufferManager buffers) {}

    @Override
    public void setConfig(String store, Options options, Map<String, Object> settings) {
        Bound bound = bound(settings);
        if (options.tableFormatConfig() instanceof BlockBasedTableConfig table) {
            table.setBlockCache(bound.cache());
            table.setCacheIndexAndFilterBlocks(true);
            table.setCacheIndexAndFilterBlocksWithHighPriority(true);
            table.setPinTopLevelIndexAndFilter(true);
            options.setTableFormatConfig(table);
        }
        options.setWriteBufferManager(bound.buffers());
        options.setWriteBufferSize(WRITE_BUFFER_BYTES);
        options.setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String store, Options options) {
        // The bound belongs to the process: closing it with one store would pull it from under the others.
    }

    /**
     * Begins to load RocksDB's own library, which takes some tenths of a second, so that the first store to be opened need not wait for
     * it. Returns at once; where it cannot be loaded, opening a store says so.
     */
    static void load() {
        Thread loading = new Thread(RocksDB::loadLibrary, "load-rocksdb");
        loading.setDaemon(true);
        loading.setUncaughtExceptionHandler((thread, failed) -> {});
        loading.start();
    }

    private static synchronized Bound bound(Map<String, Object> settings) {
        if (shared == null) {
            RocksDB.loadLibrary();
            long bytes =
                    settings.containsKey(BYTES) ? Long.parseLong(String.valueOf(settings.get(BYTES))) : DEFAULT_BYTES;
            Cache cache = new LRUCache(bytes, -1, false, 0.1);
            shared = new Bound(cache, new WriteBufferManager(bytes / 2, cache));
        }
        return shared;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.BloomFilter;
import org.rocksdb.CompressionType;
import org.rocksdb.FlushOptions;
import org.rocksdb.InfoLogLevel;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Keys and values in a folder of their own, in RocksDB, that are gone when it is closed. Writes take effect with {@link #write}.
 *
 * <p>What has failed once fails from then on: the caller's caller may have taken the first failure for that of a record.
 */
final class Disk implements AutoCloseable {

    /** A value that was deleted is off the disk about this long after, in seconds: files that are older are written anew. */
    private static final long REWRITE_AFTER_SECONDS = 24L * 60 * 60;

    /** The list of files names the first and last key of each, also of files that are gone; it is begun anew at this size. */
    private static final long LISTING_BYTES = 256 << 10;

    /** Looks at a key and its value. */
    @FunctionalInterface
    interface Visitor {
        void visit(byte[] key, byte[] value);
    }

    /** Something that RocksDB does. */
    @FunctionalInterface
    private interface Action {
        void run() throws RocksDBException;
    }

    /** Something that RocksDB finds. */
    @FunctionalInterface
    private interface Search {
        byte @Nullable [] run() throws RocksDBException;
    }

    private final Path folder;
    private final Options options;
    private final WriteOptions unlogged;
    private final WriteBatch batch;
    private final BloomFilter filter;
    private final RocksDB database;
    private @Nullable StateOnDiskException failure;

    /**
     * Opens one.
     *
     * @param folder is made, and deleted with all that is in it at the end
     * @param bounds sets what memory it may take
     */
    Disk(Path folder, Consumer<Options> bounds) {
        RocksDB.loadLibrary();
        this.folder = folder;
        this.filter = new BloomFilter(10);
        this.options = options(filter, bounds);
        this.unlogged = new WriteOptions().setDisableWAL(true);
        this.batch = new WriteBatch();
        try {
            Files.createDirectories(folder);
            database = RocksDB.open(options, folder.toString());
        } catch (IOException | RocksDBException e) {
            closeSettings();
            throw new StateOnDiskException(
                    "state.dir: state beyond state.max cannot be put into " + folder + ": "
                            + e.getClass().getSimpleName() + "; give the router a folder it may write, or more heap",
                    e);
        }
    }

    private static Options options(BloomFilter filter, Consumer<Options> bounds) {
        Options options = new Options()
                .setCreateIfMissing(true)
                .setCompressionType(CompressionType.NO_COMPRESSION)
                .setInfoLogLevel(InfoLogLevel.ERROR_LEVEL)
                .setStatsDumpPeriodSec(0)
                .setTtl(REWRITE_AFTER_SECONDS)
                .setMaxManifestFileSize(LISTING_BYTES)
                .setTableFormatConfig(new BlockBasedTableConfig().setFilterPolicy(filter));
        bounds.accept(options);
        return options;
    }

    void check() {
        StateOnDiskException known = failure;
        if (known != null) {
            throw known;
        }
    }

    byte @Nullable [] get(byte[] key) {
        return find(() -> database.get(key));
    }

    void put(byte[] key, byte[] value) {
        run(() -> batch.put(key, value));
    }

    void delete(byte[] key) {
        run(() -> batch.delete(key));
    }

    /** Does what was put and deleted since the last time. */
    void write() {
        run(() -> {
            database.write(unlogged, batch);
            batch.clear();
        });
    }

    /** The first key that is not below another; null where there is none. */
    byte @Nullable [] firstFrom(byte[] key) {
        return find(() -> {
            try (RocksIterator iterator = database.newIterator()) {
                iterator.seek(key);
                iterator.status();
                return iterator.isValid() ? iterator.key() : null;
            }
        });
    }

    /** Visits all whose keys begin alike, in order. */
    void walk(byte[] prefix, Visitor visitor) {
        run(() -> {
            try (ReadOptions once = new ReadOptions().setFillCache(false);
                    RocksIterator iterator = database.newIterator(once)) {
                for (iterator.seek(prefix); iterator.isValid(); iterator.next()) {
                    byte[] key = iterator.key();
                    if (!beginsWith(key, prefix)) {
                        break;
                    }
                    visitor.visit(key, iterator.value());
                }
                iterator.status();
            }
        });
    }

    /** Deletes all keys from one on, up to another. */
    void clear(byte[] from, byte[] to) {
        run(() -> {
            batch.clear();
            database.deleteRange(unlogged, from, to);
        });
    }

    /** Writes all files anew, without what was deleted. */
    void rewrite() {
        run(() -> {
            try (FlushOptions waiting = new FlushOptions().setWaitForFlush(true)) {
                database.flush(waiting);
            }
            database.compactRange();
        });
    }

    @Override
    public void close() {
        database.close();
        closeSettings();
        delete(folder);
    }

    private void closeSettings() {
        batch.close();
        unlogged.close();
        options.close();
        filter.close();
    }

    private static boolean beginsWith(byte[] key, byte[] prefix) {
        int length = prefix.length;
        return key.length >= length && Arrays.equals(key, 0, length, prefix, 0, length);
    }

    private void run(Action action) {
        check();
        try {
            action.run();
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    private byte @Nullable [] find(Search search) {
        check();
        try {
            return search.run();
        } catch (RocksDBException e) {
            throw failed(e);
        }
    }

    private StateOnDiskException failed(RocksDBException cause) {
        StateOnDiskException failed = new StateOnDiskException(
                "state.dir: state in " + folder + " cannot be written or read: "
                        + (cause.getStatus() == null
                                ? "unknown"
                                : cause.getStatus().getCode())
                        + "; is the disk full?",
                cause);
        failure = failed;
        return failed;
    }

    private static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<File> found =
                    all.sorted(Comparator.reverseOrder()).map(Path::toFile).toList();
            found.forEach(File::delete);
        } catch (IOException e) {
            // The next start of a router with this folder deletes it.
        }
    }
}

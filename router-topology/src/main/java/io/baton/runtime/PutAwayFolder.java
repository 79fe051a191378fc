// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where this process puts packed state that the heap has no room for: a folder of its own below {@code state.dir}, made when it is
 * needed and deleted at the end. Nothing in it outlives the process: after a restart the changelog says what is kept.
 *
 * <p>What a process left behind that was killed is deleted by the next that starts, since it may hold customers who have been erased
 * meanwhile. Several processes may share a {@code state.dir}: a folder is locked by whoever uses it.
 */
final class PutAwayFolder implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(PutAwayFolder.class);
    private static final String NAME = "put-away";

    private final Path all;
    private @Nullable Path own;
    private @Nullable StateLock lock;

    private PutAwayFolder(Path all) {
        this.all = all;
    }

    /** One below a state folder, which need not exist; deletes what dead processes left there. */
    static PutAwayFolder below(Path stateDir) {
        PutAwayFolder folder = new PutAwayFolder(stateDir.toAbsolutePath().resolve(NAME));
        folder.sweep();
        if (!isWritable(folder.all)) {
            LOG.warn(
                    "state-dir-not-writable dir={}: should state pass state.max, the router will stop; give it a folder"
                            + " that it may write",
                    stateDir);
        }
        return folder;
    }

    /**
     * The folder, made where it is not there yet.
     *
     * @throws StartRefusedException when it cannot be written
     */
    synchronized Path take() {
        Path taken = own;
        if (taken == null) {
            taken = all.resolve(UUID.randomUUID().toString());
            lock = StateLock.take(taken);
            own = taken;
        }
        return taken;
    }

    @Override
    public synchronized void close() {
        if (lock != null && own != null) {
            delete(own, lock);
        }
        lock = null;
        own = null;
    }

    private void sweep() {
        if (!Files.isDirectory(all)) {
            return;
        }
        try (Stream<Path> folders = Files.list(all)) {
            folders.filter(Files::isDirectory).forEach(PutAwayFolder::deleteIfLeft);
        } catch (IOException e) {
            LOG.warn("put-away-not-swept dir={} failure={}", all, FailureText.ofFile(e));
        }
    }

    private static void deleteIfLeft(Path folder) {
        StateLock free;
        try {
            free = StateLock.take(folder);
        } catch (StartRefusedException e) {
            LOG.debug("put-away folder in use: {}", folder);
            return;
        }
        delete(folder, free);
        LOG.info("put-away-deleted dir={}: a process that ended without a close had left it", folder);
    }

    private static void delete(Path folder, StateLock lock) {
        try (Stream<Path> all = Files.walk(folder)) {
            List<File> found =
                    all.sorted(Comparator.reverseOrder()).map(Path::toFile).toList();
            found.forEach(File::delete);
            lock.close();
        } catch (IOException e) {
            LOG.warn("put-away-not-deleted dir={} failure={}", folder, FailureText.ofFile(e));
        }
    }

    private static boolean isWritable(Path folder) {
        Path there = folder;
        while (there != null && !Files.exists(there)) {
            there = there.getParent();
        }
        return there != null && Files.isWritable(there);
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second router out of a state folder, and says which process has it.
 *
 * <p>Kafka Streams would refuse as well, but names neither folder nor owner in words that help at three in the morning.
 */
final class StateLock implements AutoCloseable {

    private static final String LOCK = ".baton.lock";
    private static final String OWNER = ".baton.pid";

    private final FileChannel channel;
    private final FileLock lock;
    private final Path owner;

    private StateLock(FileChannel channel, FileLock lock, Path owner) {
        this.channel = channel;
        this.lock = lock;
        this.owner = owner;
    }

    /**
     * Takes the folder, creating it where it is missing.
     *
     * @throws StartRefusedException when another process has it or it cannot be written
     */
    static StateLock take(Path dir) {
        try {
            Files.createDirectories(dir);
            FileChannel channel =
                    FileChannel.open(dir.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = tryLock(channel);
            if (lock == null) {
                channel.close();
                throw new StartRefusedException(List.of("state.dir: " + dir.toAbsolutePath() + " is in use by process "
                        + pid(dir.resolve(OWNER)) + "; stop it or choose another folder"));
            }
            Path owner = dir.resolve(OWNER);
            Files.writeString(owner, Long.toString(ProcessHandle.current().pid()), StandardCharsets.US_ASCII);
            return new StateLock(channel, lock, owner);
        } catch (IOException e) {
            throw new StartRefusedException(
                    List.of("state.dir: cannot be used: " + dir.toAbsolutePath() + ": " + FailureText.ofFile(e)));
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static String pid(Path owner) {
        try {
            return Files.readString(owner, StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "unknown";
        }
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(owner);
        lock.release();
        channel.close();
    }
}

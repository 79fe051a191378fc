// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Processor time of the compilers of another virtual machine, from what Linux tells of its threads. Java itself counts by the
 * wall clock, which on a machine with few cores says more about how long its compilers waited.
 */
final class CompilerThreads {

    private static final Path PROCESSES = Path.of("/proc");

    private final Path tasks;
    /** By thread, so that one that has ended is still counted. */
    private final Map<Path, Long> nanos = new HashMap<>();

    CompilerThreads(long process) {
        tasks = PROCESSES.resolve(process + "/task");
    }

    /** Nanoseconds so far; empty where the system does not say. */
    OptionalLong nanos() {
        try (Stream<Path> threads = Files.list(tasks)) {
            List<Path> all = threads.toList();
            for (Path thread : all) {
                look(thread);
            }
        } catch (IOException | UncheckedIOException e) {
            return OptionalLong.empty();
        }
        return nanos.isEmpty()
                ? OptionalLong.empty()
                : OptionalLong.of(
                        nanos.values().stream().mapToLong(Long::longValue).sum());
    }

    private void look(Path thread) {
        try {
            // Names are cut off after fifteen characters: "C2 CompilerThre".
            String name = Files.readString(thread.resolve("comm"), StandardCharsets.UTF_8);
            if (name.startsWith("C1 Compiler") || name.startsWith("C2 Compiler")) {
                String times = Files.readString(thread.resolve("schedstat"), StandardCharsets.UTF_8);
                nanos.put(thread, Long.parseLong(times.substring(0, times.indexOf(' '))));
            }
        } catch (IOException | NumberFormatException | StringIndexOutOfBoundsException e) {
            // the thread has ended meanwhile, or the system keeps no such figure: then what is known stays
        }
    }
}

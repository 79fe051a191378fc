// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.cluster;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A process of the bench. It is ended by its own handle and nothing else, and ends by itself when the bench is gone, since
 * its standard input then closes.
 */
public final class ChildJvm implements AutoCloseable {

    /** What a line to the bench begins with; anything else that a child prints goes to its log. */
    public static final String LINE = "bench: ";

    private static final String MAIN = "io.baton.bench.child.Child";
    private static final Duration JIT_WITHIN = Duration.ofSeconds(60);
    private static final Duration END_WITHIN = Duration.ofSeconds(20);
    private static final int TAIL = 15;

    private final Process process;
    private final CompilerThreads compilers;
    private final String name;
    private final Path log;
    private final LinkedBlockingQueue<String> lines = new LinkedBlockingQueue<>();

    private ChildJvm(Process process, String name, Path log) {
        this.process = process;
        this.compilers = new CompilerThreads(process.pid());
        this.name = name;
        this.log = log;
    }

    /**
     * Starts one.
     *
     * @param folder where its log goes
     * @param jvm options of the virtual machine
     * @param arguments what it is to be, then its own arguments
     */
    public static ChildJvm start(String name, Path folder, List<String> jvm, List<String> arguments) {
        return start(name, folder, jvm, List.of(), arguments);
    }

    /**
     * Starts one with more on its class path.
     *
     * @param jars what stands in front of what the bench has itself
     */
    public static ChildJvm start(String name, Path folder, List<String> jvm, List<Path> jars, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(ProcessHandle.current().info().command().orElse("java"));
        command.addAll(jvm);
        StringBuilder classPath = new StringBuilder();
        jars.forEach(jar -> classPath.append(jar).append(File.pathSeparatorChar));
        classPath.append(System.getProperty("java.class.path"));
        command.addAll(List.of("-cp", classPath.toString(), MAIN));
        command.addAll(arguments);
        try {
            Path log = Files.createDirectories(folder).resolve(name + ".log");
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.appendTo(log.toFile()))
                    .start();
            ChildJvm child = new ChildJvm(process, name, log);
            Thread reader = new Thread(child::read, "read-" + name);
            reader.setDaemon(true);
            reader.start();
            return child;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void read() {
        try (BufferedReader reader = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                if (line.startsWith(LINE)) {
                    lines.add(line.substring(LINE.length()));
                }
            }
        } catch (IOException e) {
            // the process is gone, which whoever waits for a line finds out by itself
        }
    }

    /**
     * Waits for a line that begins with a word, and returns what follows it.
     *
     * @throws IllegalStateException when the process ends first, or the time
     */
    public String await(String word, Duration most) throws InterruptedException {
        long until = System.nanoTime() + most.toNanos();
        while (System.nanoTime() < until) {
            @Nullable String line = lines.poll(50, TimeUnit.MILLISECONDS);
            if (line != null && line.startsWith(word + " ")) {
                return line.substring(word.length() + 1);
            }
            if (line == null) {
                requireAlive();
            }
        }
        throw new IllegalStateException(name + " did not say \"" + word + "\" in time" + tail());
    }

    /** Asks for a line that begins with the same word, and returns what follows it. */
    public String ask(String word, Duration most) throws InterruptedException {
        try {
            OutputStream input = process.getOutputStream();
            input.write((word + "\n").getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException e) {
            throw new IllegalStateException(name + " cannot be asked" + tail(), e);
        }
        return await(word, most);
    }

    /** @throws IllegalStateException with the end of its log, where it has ended */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(name + " ended by itself with status " + process.exitValue() + tail());
        }
    }

    /** Processor time of all its threads since it started, user and system, as the operating system counts it. */
    public long cpuNanos() {
        return process.info().totalCpuDuration().orElse(Duration.ZERO).toNanos();
    }

    /** Processor time of its compilers since it started; where the system does not say, as Java counts it, by the clock. */
    public long jitNanos() throws InterruptedException {
        OptionalLong found = compilers.nanos();
        return found.isPresent() ? found.getAsLong() : jitByItsClock();
    }

    private long jitByItsClock() throws InterruptedException {
        return Long.parseLong(ask("jit", JIT_WITHIN)) * 1_000_000;
    }

    /** The last lines of its log, for a message. */
    public String tail() {
        try {
            List<String> all = Files.readAllLines(log, StandardCharsets.UTF_8);
            return "; its log ends with:\n  "
                    + String.join("\n  ", all.subList(Math.max(0, all.size() - TAIL), all.size()));
        } catch (IOException e) {
            return "";
        }
    }

    /** Kills it, no flush and no goodbye, and waits until it is gone. */
    public void kill() {
        process.destroyForcibly();
        try {
            process.waitFor(END_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends it in an orderly way where it lets us. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(END_WITHIN.toSeconds(), TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException e) {
            kill();
            Thread.currentThread().interrupt();
        }
    }
}

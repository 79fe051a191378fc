// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;

/** A program of this class path in a process of its own, as an operator would run it; ended by its process handle. */
final class Child implements AutoCloseable {

    private static final Duration SPEAKS_WITHIN = Duration.ofSeconds(120);

    private final Process process;
    private final Path output;

    private Child(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    /** Baton with these arguments; what it prints, on both streams, goes to {@code <name>.log} in the folder. */
    static Child baton(Path folder, String name, List<String> arguments) throws IOException {
        return start(folder, name, "io.baton.Baton", arguments);
    }

    /** The same for {@code baton run} with these settings. */
    static Child router(Path folder, String name, Map<String, String> settings) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("run"));
        settings.forEach((key, value) -> arguments.addAll(List.of("--set", key + "=" + value)));
        return baton(folder, name, arguments);
    }

    /** Any program of the class path. Its standard input ends when this process does. */
    static Child start(Path folder, String name, String main, List<String> arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                main));
        command.addAll(arguments);
        Path output = Files.createDirectories(folder).resolve(name + ".log");
        return new Child(
                new ProcessBuilder(command)
                        .redirectErrorStream(true)
                        .redirectOutput(output.toFile())
                        .start(),
                output);
    }

    /** All that it has printed so far. */
    String output() throws IOException {
        return Files.readString(output, UTF_8);
    }

    /** The first line it prints that fits; an error where it ends without one. */
    String awaitLine(Predicate<String> fits) throws IOException, InterruptedException {
        long giveUpAt = System.nanoTime() + SPEAKS_WITHIN.toNanos();
        while (true) {
            boolean alive = process.isAlive();
            var line = output().lines().filter(fits).findFirst();
            if (line.isPresent()) {
                return line.get();
            }
            if (!alive || System.nanoTime() > giveUpAt) {
                throw new AssertionError((alive ? "too slow" : "ended early") + ", having printed:\n" + output());
            }
            Thread.sleep(20);
        }
    }

    /** Its exit status; an error where it takes longer. */
    int awaitExit(Duration most) throws IOException, InterruptedException {
        if (!process.waitFor(most.toMillis(), TimeUnit.MILLISECONDS)) {
            throw new AssertionError("still running after " + most + ", having printed:\n" + output());
        }
        return process.exitValue();
    }

    /** SIGTERM: asked to stop in order. */
    void terminate() {
        process.destroy();
    }

    /** SIGKILL: no flush, no goodbye. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    /** SIGSTOP: it answers nothing, and its connections stay open. */
    void pause() throws IOException, InterruptedException {
        signal("-STOP");
    }

    void resume() throws IOException, InterruptedException {
        signal("-CONT");
    }

    private void signal(String name) throws IOException, InterruptedException {
        int status = new ProcessBuilder("kill", name, Long.toString(process.pid()))
                .start()
                .waitFor();
        if (status != 0) {
            throw new AssertionError("kill " + name + " ended with " + status);
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

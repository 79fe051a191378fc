// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A router in a process of its own, as an operator would run it; ended by its process handle. */
final class RouterChild implements AutoCloseable {

    /** Where a router connects to, and where its state and log go. */
    record Target(String bootstrap, String registry, Path folder) {}

    private final Process process;

    private RouterChild(Process process) {
        this.process = process;
    }

    static RouterChild start(Target target, String name) throws IOException {
        Path state = Files.createDirectories(target.folder().resolve("state-" + name));
        List<String> command = List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                "io.baton.Baton",
                "run",
                "--set",
                "kafka.bootstrap.servers=" + target.bootstrap(),
                "--set",
                "kafka.application.id=kill-test",
                "--set",
                "kafka.session.timeout.ms=6000",
                "--set",
                "kafka.commit.interval.ms=500",
                "--set",
                "registry.url=" + target.registry(),
                "--set",
                "state.dir=" + state);
        Path log = target.folder().resolve(name + ".log");
        return new RouterChild(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start());
    }

    /** SIGKILL: no flush, no goodbye. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}

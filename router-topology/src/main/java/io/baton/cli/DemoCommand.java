// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.edge.http.PortTakenException;
import io.baton.lab.demo.Demo;
import io.baton.runtime.ChosenPolicy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** See {@link Demo}. */
@Command(
        name = "demo",
        sortOptions = false,
        description = {
            "Everything on this machine: an embedded Kafka broker and schema registry, the router, and made-up"
                    + " conversations in fast motion. Says what the router decides as it happens, and where to look.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./baton demo                          until Ctrl-C",
            "  ./baton demo --for 60s --speed 40     ends by itself",
            "  ./baton demo --kafka-port 9092        for clients that expect the usual port"
        })
final class DemoCommand implements Callable<Integer> {

    private static final int FASTEST = 1_000;

    @Option(
            names = "--speed",
            paramLabel = "N",
            defaultValue = "20",
            description = "How many times as fast as it happened, 1 to 1000; default ${DEFAULT-VALUE}.")
    private int speed;

    @Option(
            names = "--for",
            paramLabel = "DURATION",
            converter = DurationText.class,
            description = "End by itself after this time, such as 60s.")
    private @Nullable Duration length;

    @Option(
            names = "--kafka-port",
            paramLabel = "PORT",
            defaultValue = "0",
            description = "Port of the broker on 127.0.0.1; default 0, any free one.")
    private int kafkaPort;

    @Option(
            names = "--port",
            paramLabel = "PORT",
            defaultValue = "8080",
            description = "Port of the console on 127.0.0.1; default ${DEFAULT-VALUE}, 0 for any free one.")
    private int port;

    @Option(names = "--policy", paramLabel = "FILE", description = "Policy; default the built-in one.")
    private @Nullable Path policy;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Quiet.kafka();
        Ports.check("--port", port);
        Ports.check("--kafka-port", kafkaPort);
        if (speed < 1 || speed > FASTEST) {
            throw new MisuseException("--speed: must be from 1 to " + FASTEST + " (was " + speed + ")");
        }
        PrintWriter out = spec.commandLine().getOut();
        Demo demo = new Demo(
                new Demo.Options(
                        speed,
                        Optional.ofNullable(length),
                        kafkaPort,
                        port,
                        ChosenPolicy.of(Optional.ofNullable(policy))),
                line -> {
                    out.println(line);
                    out.flush();
                });
        AtSignal signal = AtSignal.run(demo::stop);
        int status = Endings.FAILED;
        try {
            demo.run();
            status = Endings.DONE;
        } catch (PortTakenException e) {
            throw new MisuseException("--port: " + e.getMessage());
        } finally {
            signal.ended(status);
        }
        return status;
    }
}

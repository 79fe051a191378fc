// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.config.RouterConfig;
import io.baton.config.Setting;
import io.baton.edge.http.AccessFileException;
import io.baton.edge.http.Console;
import io.baton.edge.http.PortTakenException;
import io.baton.processor.Clockwork;
import io.baton.processor.TimeMode;
import io.baton.runtime.ChosenPolicy;
import io.baton.runtime.Preflight;
import io.baton.runtime.RouterProcess;
import io.baton.runtime.StreamsSettings;
import io.baton.topology.RouterTopology;
import io.baton.topology.Rulebook;
import io.baton.topology.Wiring;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.Topology;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The router against a real cluster. */
@Command(
        name = "run",
        sortOptions = false,
        description = {
            "Runs the router against a Kafka cluster and a schema registry until it is told to stop. More instances with"
                    + " the same kafka.application.id share the work.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./baton run --config baton.yaml",
            "  ./baton run --set kafka.bootstrap.servers=localhost:9092 --set registry.url=http://localhost:8081",
            "  ./baton run --settings                what can be configured"
        })
final class RunCommand implements Callable<Integer> {

    private static final Duration TICK = Duration.ofSeconds(1);

    @Mixin
    private ConfigOptions options;

    @Option(names = "--settings", description = "List every setting with its default, and end.")
    private boolean settings;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        if (settings) {
            list(out);
            return Endings.DONE;
        }
        RouterConfig config = options.read();
        List<String> problems = StreamsSettings.problems(config);
        if (!problems.isEmpty()) {
            throw new MisuseException(problems);
        }
        ChosenPolicy policy = ChosenPolicy.of(config.policyFile(), config.textModel());
        int partitions = new Preflight(config, "./baton topics --create" + options.again(), this::say)
                .pass(List.copyOf(policy.ruleset().queues().keySet()));
        return route(config.withPartitions(partitions), policy, partitions);
    }

    private int route(RouterConfig config, ChosenPolicy policy, int partitions) throws InterruptedException {
        Clockwork clockwork = new Clockwork(TimeMode.LIVE, System::currentTimeMillis, TICK, config.timersQuiet());
        Wiring wiring = new Wiring(
                config.topics().names(),
                partitions,
                config.state().layout(),
                config.allDecisions(),
                clockwork,
                new Rulebook(policy.ruleset(), policy.models(), policy.document()),
                config.registry());
        Topology topology = RouterTopology.build(wiring);
        RouterProcess process = RouterProcess.start(topology, config);
        AtSignal signal = AtSignal.run(process::close);
        int status = Endings.FAILED;
        Optional<Console> console = Optional.empty();
        try (process) {
            console = console(config, topology, process, wiring.rulebook());
            say("router " + config.applicationId() + " started: " + partitions + " partitions, policy "
                    + policy.ruleset().name() + " " + policy.ruleset().version());
            Optional<String> failure = process.awaitEnd();
            failure.ifPresent(why -> say("the router stopped: " + why));
            status = failure.isPresent() ? Endings.FAILED : Endings.DONE;
        } catch (AccessFileException e) {
            throw new MisuseException(String.valueOf(e.getMessage()));
        } catch (PortTakenException e) {
            throw new MisuseException("http.port: " + e.getMessage());
        } finally {
            console.ifPresent(Console::close);
            signal.ended(status);
        }
        return status;
    }

    /** Nothing of the console is loaded where none is configured. */
    private Optional<Console> console(
            RouterConfig config, Topology topology, RouterProcess process, Rulebook rulebook) {
        if (config.http().port().isEmpty()) {
            return Optional.empty();
        }
        Console console =
                Console.start(new Console.Shown(config, topology, process, rulebook, System::currentTimeMillis, ""));
        say("console at " + console.address());
        return Optional.of(console);
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("baton: " + line);
        err.flush();
    }

    private static void list(PrintWriter out) {
        for (Setting setting : Setting.values()) {
            String standard = setting.standard() == null || setting.standard().isEmpty() ? "" : setting.standard();
            out.printf(Locale.ROOT, "%-20s %-10s %s%n", setting.key(), standard, setting.what());
        }
        out.flush();
    }
}

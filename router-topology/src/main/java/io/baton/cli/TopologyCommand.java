// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.config.RouterConfig;
import io.baton.policyfile.DefaultPolicy;
import io.baton.processor.Clockwork;
import io.baton.processor.TimeMode;
import io.baton.topology.RouterTopology;
import io.baton.topology.Rulebook;
import io.baton.topology.Wiring;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.apache.kafka.streams.TopologyDescription;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The way of a record through the router. */
@Command(
        name = "topology",
        sortOptions = false,
        description = {"Shows the way of a record through the router's seven chapters. Needs no Kafka.", ""},
        footer = {"", "Example:", "  ./baton topology --mermaid > topology.mmd"})
final class TopologyCommand implements Callable<Integer> {

    @Mixin
    private ConfigOptions options;

    @ArgGroup(exclusive = true)
    private As as = new As();

    @Spec
    private CommandSpec spec;

    /** At most one of these. */
    static final class As {
        @Option(names = "--describe", description = "Kafka Streams' own description, every node and store.")
        private boolean describe;

        @Option(names = "--mermaid", description = "A Mermaid flow chart of every node.")
        private boolean mermaid;
    }

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        RouterConfig config = options.readOrSample();
        if (as.describe) {
            out.print(describe(config));
        } else if (as.mermaid) {
            out.print(Mermaid.of(describe(config)));
        } else {
            out.print(Picture.of(config.topics().names()));
        }
        out.flush();
        return Endings.DONE;
    }

    private static TopologyDescription describe(RouterConfig config) {
        Clockwork clockwork =
                new Clockwork(TimeMode.LIVE, System::currentTimeMillis, Duration.ofSeconds(1), config.timersQuiet());
        return RouterTopology.build(new Wiring(
                        config.topics().names(),
                        config.topics().partitions(),
                        config.state().layout(),
                        config.allDecisions(),
                        clockwork,
                        new Rulebook(DefaultPolicy.ruleset()),
                        config.registry()))
                .describe();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.config.RouterConfig;
import io.baton.names.Topics;
import io.baton.runtime.ChosenPolicy;
import io.baton.runtime.Preflight;
import io.baton.runtime.StreamsSettings;
import io.baton.runtime.TopicAdmin;
import io.baton.runtime.TopicPlan;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.admin.Admin;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The topics of the contract: list, compare, make. */
@Command(
        name = "topics",
        sortOptions = false,
        description = {
            "Lists the topics that the router reads and writes; compares them with a cluster, or makes them.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./baton topics                                 the table",
            "  ./baton topics --commands --config baton.yaml  commands for Kafka's own tools, to read or to hand on",
            "  ./baton topics --check --config baton.yaml     what the cluster lacks; status 1 where it lacks anything",
            "  ./baton topics --create --config baton.yaml    makes what is missing, changes nothing that exists"
        })
final class TopicsCommand implements Callable<Integer> {

    @Mixin
    private ConfigOptions options;

    @ArgGroup(exclusive = true)
    private Does does = new Does();

    @Spec
    private CommandSpec spec;

    /** At most one of these. */
    static final class Does {
        @Option(names = "--commands", description = "Print a kafka-topics.sh command for each topic.")
        private boolean commands;

        @Option(names = "--check", description = "Compare with the cluster.")
        private boolean check;

        @Option(names = "--create", description = "Make what is missing.")
        private boolean create;
    }

    @Override
    public Integer call() throws InterruptedException {
        RouterConfig config = does.check || does.create ? options.read() : options.readOrSample();
        List<String> problems = StreamsSettings.problems(config);
        if (!problems.isEmpty()) {
            throw new MisuseException(problems);
        }
        List<String> queues = List.copyOf(
                ChosenPolicy.of(config.policyFile()).ruleset().queues().keySet());
        List<TopicPlan> plans = TopicPlan.of(config, queues);
        PrintWriter out = spec.commandLine().getOut();
        if (does.check || does.create) {
            return withCluster(config, queues, plans, out);
        }
        plans.forEach(plan -> out.println(does.commands ? plan.command(config.bootstrapServers()) : row(plan)));
        out.flush();
        return Endings.DONE;
    }

    private int withCluster(RouterConfig config, List<String> queues, List<TopicPlan> plans, PrintWriter out)
            throws InterruptedException {
        String create = "./baton topics --create" + options.again();
        try (Admin admin = new Preflight(config, create, this::say).broker()) {
            TopicAdmin topics = new TopicAdmin(admin, create);
            if (does.create) {
                topics.create(plans).stream().sorted().forEach(topic -> out.println("created " + topic));
            }
            List<String> problems = topics.check(config, queues).problems();
            problems.forEach(out::println);
            out.println(problems.isEmpty() ? "all " + plans.size() + " topics are there" : "not ready");
            out.flush();
            return problems.isEmpty() ? Endings.DONE : Endings.FAILED;
        }
    }

    private static String row(TopicPlan plan) {
        Topics.Spec topic = plan.spec();
        return String.format(
                Locale.ROOT,
                "%-34s %-4s %-12s %-15s %s",
                topic.name(),
                topic.direction().name().toLowerCase(Locale.ROOT),
                topic.key(),
                topic.cleanup().setting(),
                topic.what());
    }

    private void say(String line) {
        PrintWriter err = spec.commandLine().getErr();
        err.println("baton: " + line);
        err.flush();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.edge.broker.EmbeddedBroker;
import io.baton.edge.registry.EmbeddedRegistry;
import io.baton.names.Topics;
import io.baton.recount.PythonRecount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Two routers as processes of their own under load; one of them is killed in the middle of a transaction, three times.
 * Nothing is lost, nothing comes twice, each request for a human is escalated once, and every figure is what another language counts
 * from the same events.
 *
 * <p>The load goes on until the routers have got through the kills, however slow the machine is: a router that is killed
 * while it still starts proves nothing, and leaves a dead member in the group that each later rebalance waits for.
 */
class RouterKillIT {

    private static final String GROUP = "kill-test";
    private static final int PARTITIONS = 4;

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final Map<String, Child> routers = new HashMap<>();

    @TempDir
    Path folder;

    @Test
    void killedRoutersLoseNothingAndRepeatNothing() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
                EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            String bootstrap = broker.bootstrapServers();
            RouterTopics.create(bootstrap, topics, PARTITIONS);
            start("one", "one", bootstrap, registry.url());
            start("two", "two", bootstrap, registry.url());
            awaitStarted();
            try (SteadyLoad load = new SteadyLoad(bootstrap, topics);
                    RouterGroup group = new RouterGroup(bootstrap, GROUP, topics.conversationEvents())) {
                // Once back on the same state folder, once on an empty one, and at last not at all: the other takes
                // over.
                killOneOf(group, "one");
                start("one", "one", bootstrap, registry.url());
                awaitStarted();
                killOneOf(group, "two");
                start("two", "two-elsewhere", bootstrap, registry.url());
                awaitStarted();
                killOneOf(group, "one");
                load.stop();
                ExactlyOnce.check(load, bootstrap, topics, registry.url());
                recount(load, bootstrap, registry.url());
            }
        } finally {
            routers.values().forEach(Child::close);
        }
    }

    /** Every figure of every window that depends on events alone; the last revisions may still be on their way. */
    private void recount(SteadyLoad load, String bootstrap, String registry) throws Exception {
        Path events = Files.write(folder.resolve("events.jsonl"), load.events());
        Instant end = Instant.now().plusSeconds(60);
        PythonRecount.Answer answer;
        do {
            Path out = Files.createTempDirectory(folder, "committed");
            CommittedFiles.write(bootstrap, topics, registry, out);
            answer = PythonRecount.of(events, out, Duration.ZERO);
        } while (!answer.equal() && Instant.now().isBefore(end));
        assertThat(answer.text()).contains(" 0 differ");
        assertThat(answer.equal()).isTrue();
    }

    private void awaitStarted() throws Exception {
        for (Child router : routers.values()) {
            router.awaitLine(line -> line.startsWith("baton: router " + GROUP + " started"));
        }
    }

    private void killOneOf(RouterGroup group, String name) throws Exception {
        group.awaitAllInTransactions(2);
        routers.get(name).kill();
    }

    private void start(String name, String state, String bootstrap, String registry) throws IOException {
        Map<String, String> settings = Map.of(
                "kafka.bootstrap.servers",
                bootstrap,
                "kafka.application.id",
                GROUP,
                "kafka.session.timeout.ms",
                "5000",
                "kafka.heartbeat.interval.ms",
                "1500",
                "kafka.transaction.timeout.ms",
                "5000",
                "kafka.commit.interval.ms",
                "500",
                "registry.url",
                registry,
                "state.dir",
                folder.resolve("state-" + state).toString());
        routers.put(name, Child.router(folder, name + "-" + System.nanoTime(), settings));
    }
}

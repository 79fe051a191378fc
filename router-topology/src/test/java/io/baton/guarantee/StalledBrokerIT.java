// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.config.RouterConfig.TopicLayout;
import io.baton.names.Topics;
import io.baton.policyfile.DefaultPolicy;
import io.baton.runtime.TopicAdmin;
import io.baton.runtime.TopicPlan;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A broker that answers nothing for some seconds, again and again, while a router commits. Commits run into their time limit;
 * Kafka Streams then calls the tasks corrupted, and begins them anew.
 */
class StalledBrokerIT {

    private static final String GROUP = "stall-test";
    /** More than the threads that are replaced for a failure of our own. */
    private static final int LEAST_STALLS = 5;

    private static final int MOST_STALLS = 15;
    private static final String BEGUN_ANEW = "tasks begin anew at their last commit";
    private static final long STALL_MILLIS = 4_000;

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);

    @TempDir
    Path folder;

    @Test
    void commitsThatAreNotAnsweredLoseNothingAndRepeatNothing() throws Exception {
        try (OutsideCluster cluster = OutsideCluster.start(folder)) {
            createTopics(cluster.bootstrap());
            try (Child router = Child.router(folder, "router", settings(cluster))) {
                router.awaitLine(line -> line.startsWith("baton: router " + GROUP + " started"));
                try (SteadyLoad load = new SteadyLoad(cluster.bootstrap(), topics);
                        RouterGroup group = new RouterGroup(cluster.bootstrap(), GROUP, topics.conversationEvents())) {
                    // Some stalls fail in the middle of a turn instead, which ends the thread: until one has been of
                    // the other kind.
                    for (int stall = 0;
                            stall < LEAST_STALLS
                                    || (stall < MOST_STALLS && !router.output().contains(BEGUN_ANEW));
                            stall++) {
                        awaitProgress(group, router);
                        cluster.process().pause();
                        Thread.sleep(STALL_MILLIS);
                        cluster.process().resume();
                    }
                    awaitProgress(group, router);
                    load.stop();
                    ExactlyOnce.check(load, cluster.bootstrap(), topics, cluster.registry());
                }
                assertThat(router.output())
                        .as("a stall that no commit ran into tests nothing")
                        .contains(BEGUN_ANEW);
            }
        }
    }

    private static void awaitProgress(RouterGroup group, Child router) throws Exception {
        try {
            group.awaitMoreThan(group.progress());
        } catch (AssertionError e) {
            throw new AssertionError(e.getMessage() + "; the router has printed:\n" + router.output(), e);
        }
    }

    private Map<String, String> settings(OutsideCluster cluster) {
        return Map.of(
                "kafka.bootstrap.servers",
                cluster.bootstrap(),
                "kafka.application.id",
                GROUP,
                "kafka.producer.max.block.ms",
                "1000",
                "kafka.producer.request.timeout.ms",
                "1500",
                "kafka.producer.delivery.timeout.ms",
                "2500",
                "kafka.session.timeout.ms",
                "20000",
                "kafka.commit.interval.ms",
                "200",
                "registry.url",
                cluster.registry(),
                "state.dir",
                folder.resolve("state").toString());
    }

    private void createTopics(String bootstrap) throws Exception {
        List<String> queues = List.copyOf(DefaultPolicy.ruleset().queues().keySet());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            new TopicAdmin(admin, "").create(TopicPlan.of(new TopicLayout(topics, 2, (short) 1), queues));
        }
    }
}

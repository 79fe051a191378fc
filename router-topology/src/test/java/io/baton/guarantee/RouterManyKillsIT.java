// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.names.Topics;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A router under load that is killed again and again, soon after it has got on, leaves behind what a router does that is never
 * killed: the same records, each as often. Runs with the Maven profile {@code kills}, {@code -Dkills=N} times.
 */
class RouterManyKillsIT {

    private static final String GROUP = "many-kills";
    private static final int PARTITIONS = 4;
    private static final int KILLS = Integer.getInteger("kills", 200);
    private static final int WITHIN_MILLIS = 2_000;
    /** Figures that wait are told when none have come for three seconds. */
    private static final long FIGURES_TOLD_MILLIS = 8_000;
    /** About 85 events a second: always something under way, and no more than a small heap holds after half an hour. */
    private static final long PAUSE_MILLIS = 300;

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final Random random = new Random(20_260_301);
    /** Whole conversations within less time than any timer waits: none fires, whenever that is looked at. */
    private final Instant base = Instant.now().minus(Duration.ofMinutes(2));

    private final IntFunction<Instant> times = step -> base.plusSeconds(4L * step);

    @TempDir
    Path folder;

    @Test
    void aRouterThatIsKilledManyTimesWritesWhatOneWritesThatIsNeverKilled() throws Exception {
        int conversations;
        Map<String, Integer> killed;
        try (OutsideCluster cluster = OutsideCluster.start(Files.createDirectories(folder.resolve("killed")))) {
            RouterTopics.create(cluster.bootstrap(), topics, PARTITIONS);
            try (SteadyLoad load = new SteadyLoad(cluster.bootstrap(), topics, times, PAUSE_MILLIS, Integer.MAX_VALUE);
                    RouterGroup group = new RouterGroup(cluster.bootstrap(), GROUP, topics.conversationEvents())) {
                for (int kill = 1; kill <= KILLS; kill++) {
                    kill(kill, cluster, group);
                }
                load.stop();
                conversations = load.conversations();
                killed = finish(cluster, group);
            }
        }
        Map<String, Integer> undisturbed = undisturbed(conversations);

        System.out.printf(
                Locale.ROOT,
                "kills: %d conversations, %d records after %d kills, %d without%n",
                conversations,
                killed.values().stream().mapToInt(Integer::intValue).sum(),
                KILLS,
                undisturbed.values().stream().mapToInt(Integer::intValue).sum());
        assertThat(undisturbed).hasSizeGreaterThan(conversations);
        assertThat(without(killed, undisturbed))
                .as("records that only the killed router wrote")
                .isEmpty();
        assertThat(without(undisturbed, killed))
                .as("records that the killed router lost")
                .isEmpty();
    }

    private void kill(int number, OutsideCluster cluster, RouterGroup group) throws Exception {
        long began = System.nanoTime();
        long before = group.progress();
        try (Child router = start("router-" + number, cluster)) {
            router.awaitLine(line -> line.startsWith("baton: router " + GROUP + " started"));
            try {
                group.awaitMoreThan(before);
            } catch (AssertionError e) {
                throw new AssertionError("kill " + number + ": " + router.output(), e);
            }
            double gotOn = (System.nanoTime() - began) / 1e9;
            // A moment chosen at random is the very thing here; there is nothing to wait for.
            Thread.sleep(random.nextInt(WITHIN_MILLIS));
            router.kill();
            System.out.printf(
                    Locale.ROOT,
                    "kill %d of %d: got on after %.1f s, killed after %.1f s, %d events done%n",
                    number,
                    KILLS,
                    gotOn,
                    (System.nanoTime() - began) / 1e9,
                    group.progress());
        }
    }

    private Map<String, Integer> undisturbed(int conversations) throws Exception {
        try (OutsideCluster cluster = OutsideCluster.start(Files.createDirectories(folder.resolve("undisturbed")))) {
            RouterTopics.create(cluster.bootstrap(), topics, PARTITIONS);
            try (SteadyLoad load = new SteadyLoad(cluster.bootstrap(), topics, times, 0, conversations);
                    RouterGroup group = new RouterGroup(cluster.bootstrap(), GROUP, topics.conversationEvents())) {
                load.awaitEnd();
                return finish(cluster, group);
            }
        }
    }

    private Map<String, Integer> finish(OutsideCluster cluster, RouterGroup group) throws Exception {
        try (Child router = start("last", cluster)) {
            group.awaitAllDone();
            Thread.sleep(FIGURES_TOLD_MILLIS);
            router.terminate();
            router.awaitExit(Duration.ofSeconds(60));
        }
        return OutputDigest.of(cluster.bootstrap(), topics, cluster.registry());
    }

    private static Map<String, Integer> without(Map<String, Integer> from, Map<String, Integer> others) {
        Map<String, Integer> left = new TreeMap<>(from);
        others.forEach((line, count) -> left.computeIfPresent(line, (l, has) -> has <= count ? null : has - count));
        return left;
    }

    private Child start(String name, OutsideCluster cluster) throws Exception {
        Map<String, String> settings = Map.of(
                "kafka.bootstrap.servers",
                cluster.bootstrap(),
                "kafka.application.id",
                GROUP,
                // The same member again: no rebalance waits for the one that was killed.
                "kafka.group.instance.id",
                "the-only-one",
                "kafka.transaction.timeout.ms",
                "5000",
                "registry.url",
                cluster.registry(),
                "timers.quiet",
                "7d",
                "state.dir",
                folder.resolve("state-" + cluster.bootstrap().replace(':', '-')).toString());
        return Child.router(folder, name, settings);
    }
}

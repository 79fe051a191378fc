// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.cluster;

import io.baton.config.RouterConfig.TopicLayout;
import io.baton.names.Topics;
import io.baton.policyfile.DefaultPolicy;
import io.baton.runtime.TopicAdmin;
import io.baton.runtime.TopicPlan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;

/** A broker with a schema registry in a process of their own, in a private folder that is gone afterwards. */
public final class Cluster implements AutoCloseable {

    private static final Duration START_WITHIN = Duration.ofSeconds(60);

    private static final int SEGMENT = 128 << 20;

    /** Topics that the alternatives write to, below the prefix. */
    private static final List<String> ALTERNATIVES = List.of("bench.passed", "bench.handovers", "bench.turns");

    private final Path folder;
    private final ChildJvm process;
    private final String bootstrapServers;
    private final String registryUrl;
    private final Admin admin;

    private Cluster(Path folder, ChildJvm process, String bootstrapServers, String registryUrl) {
        this.folder = folder;
        this.process = process;
        this.bootstrapServers = bootstrapServers;
        this.registryUrl = registryUrl;
        this.admin = Admin.create(Map.of("bootstrap.servers", bootstrapServers));
        Runtime.getRuntime().addShutdownHook(new Thread(this::abandon, "bench-interrupted"));
    }

    /** The log is worth nothing, so the broker gets no time to put it in order. After an interrupted bench this is a hook. */
    private void abandon() {
        process.kill();
        delete(folder);
    }

    /** @param jvm options of the broker's virtual machine, the same for everything that is measured */
    public static Cluster start(List<String> jvm) throws InterruptedException {
        Path folder;
        try {
            folder = Files.createTempDirectory("baton-bench-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String data = folder.resolve("broker").toString();
        ChildJvm process = ChildJvm.start("broker", folder, jvm, List.of("broker", data));
        try {
            String[] ready = process.await("ready", START_WITHIN).split(" ", -1);
            return new Cluster(folder, process, ready[0], ready[1]);
        } catch (IllegalStateException e) {
            process.close();
            delete(folder);
            throw e;
        }
    }

    public String bootstrapServers() {
        return bootstrapServers;
    }

    public String registryUrl() {
        return registryUrl;
    }

    public Admin admin() {
        return admin;
    }

    public ChildJvm process() {
        return process;
    }

    /** Where logs and state of this bench go. */
    public Path folder() {
        return folder;
    }

    /**
     * Makes topics under a prefix; nothing in them expires.
     *
     * @param router whether those of the whole contract, or else that of the events and those of the alternatives
     */
    public void createTopics(String prefix, int partitions, boolean router) throws InterruptedException {
        TopicLayout layout = new TopicLayout(new Topics(prefix), partitions, (short) 1);
        Map<String, String> settings =
                Map.of("cleanup.policy", "delete", "retention.ms", "-1", "segment.bytes", Integer.toString(SEGMENT));
        List<TopicPlan> plans = new ArrayList<>();
        for (TopicPlan plan : TopicPlan.of(layout, queues())) {
            if (router || plan.spec().name().equals(layout.names().conversationEvents())) {
                plans.add(new TopicPlan(plan.spec(), plan.partitions(), plan.replication(), settings));
            }
        }
        for (String more : router ? List.<String>of() : ALTERNATIVES) {
            Topics.Spec spec = new Topics.Spec(
                    prefix + more, Topics.Direction.OUT, "customer", "of an alternative", Topics.Cleanup.DELETE);
            plans.add(new TopicPlan(spec, partitions, (short) 1, settings));
        }
        new TopicAdmin(admin, "").create(plans);
    }

    /** Makes the topics of the contract under a prefix with the settings that the product gives them. */
    public void createTopicsAsPlanned(String prefix, int partitions) throws InterruptedException {
        TopicLayout layout = new TopicLayout(new Topics(prefix), partitions, (short) 1);
        new TopicAdmin(admin, "").create(TopicPlan.of(layout, queues()));
    }

    /** Queues of the policy that the router runs with. */
    public static List<String> queues() {
        return List.copyOf(DefaultPolicy.ruleset().queues().keySet());
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(1));
        abandon();
    }

    /** Deletes a folder with all that is in it. */
    public static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException | UncheckedIOException e) {
            // a folder among the temporary files that could not be emptied does no harm
        }
    }
}

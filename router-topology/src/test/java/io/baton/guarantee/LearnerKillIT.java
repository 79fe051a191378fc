// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.edge.broker.EmbeddedBroker;
import io.baton.edge.registry.EmbeddedRegistry;
import io.baton.event.PolicyProposal;
import io.baton.event.TextModelPublished;
import io.baton.names.Topics;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policyfile.DefaultPolicy;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import io.baton.serde.Serdes;
import io.baton.story.Story;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A router that learns on line is killed in the middle of a transaction, once to come back on its own state and once on none: its
 * versions of the text model go on as those of a router that nothing ever happened to, none lost, none twice, each with the same
 * numbers.
 */
@Tag("L05")
class LearnerKillIT {

    private static final String GROUP = "learner-kill";
    private static final String LEARNING =
            "{use: shipped, version: 0, learning: {mode: propose, every: 1m, atLeast: 24, trust: 5}}";
    private static final int VERSIONS = 4;

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);
    private final String document =
            DefaultPolicy.document().replaceFirst("(?m)^textModel:\n  use: words\n", "textModel: " + LEARNING + "\n");

    @TempDir
    Path folder;

    @Test
    void versionsGoOnAcrossKillsAsIfThereHadBeenNone() throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(folder.resolve("broker"));
                EmbeddedRegistry registry = EmbeddedRegistry.start()) {
            String bootstrap = broker.bootstrapServers();
            // One partition, so that labels come in one order whoever reads them.
            RouterTopics.create(bootstrap, topics, 1);
            List<String> events;
            try (Lessons lessons = new Lessons(bootstrap, topics);
                    RouterGroup group = new RouterGroup(bootstrap, GROUP, topics.conversationEvents())) {
                killInTransaction("first", "state", group, bootstrap, registry.url());
                killInTransaction("second", "state", group, bootstrap, registry.url());
                try (Child last = start("third", "elsewhere", bootstrap, registry.url())) {
                    last.awaitLine(line -> line.startsWith("baton: router " + GROUP + " started"));
                    group.awaitAllInTransactions(1);
                    awaitVersions(bootstrap);
                    events = lessons.stop();
                    group.awaitAllDone();
                    last.terminate();
                    last.awaitExit(Duration.ofSeconds(60));
                }
            }
            compare(events, bootstrap, registry.url());
        }
    }

    private void compare(List<String> events, String bootstrap, String registry) {
        try (Story undisturbed = new Story(policy(), false)) {
            undisturbed.afterDays(
                    Duration.between(Story.BEGINNING, Instant.now()).toDays() + 1);
            events.forEach(event -> undisturbed.send(topics.conversationEvents(), event));
            List<TextModelPublished> expected = undisturbed.textModels();

            assertThat(expected).hasSizeGreaterThanOrEqualTo(VERSIONS);
            assertThat(read(bootstrap, registry, topics.textModels(), TextModelPublished.class))
                    .containsExactlyElementsOf(expected);
            assertThat(read(bootstrap, registry, topics.policyProposals(), PolicyProposal.class))
                    .extracting(PolicyProposal::getTo)
                    .containsExactlyElementsOf(undisturbed.proposals().stream()
                            .map(PolicyProposal::getTo)
                            .toList());
        }
    }

    private void killInTransaction(String name, String state, RouterGroup group, String bootstrap, String registry)
            throws Exception {
        try (Child router = start(name, state, bootstrap, registry)) {
            router.awaitLine(line -> line.startsWith("baton: router " + GROUP + " started"));
            group.awaitAllInTransactions(1);
            router.kill();
        }
    }

    private void awaitVersions(String bootstrap) throws InterruptedException {
        for (int i = 0;
                i < 600
                        && CommittedRecords.of(bootstrap, List.of(topics.textModels()))
                                        .size()
                                < VERSIONS;
                i++) {
            Thread.sleep(200);
        }
    }

    private Child start(String name, String state, String bootstrap, String registry) throws Exception {
        Path policy = Files.writeString(folder.resolve("policy.yaml"), document);
        Map<String, String> settings = new HashMap<>(Map.of(
                "kafka.bootstrap.servers", bootstrap,
                "kafka.application.id", GROUP,
                "kafka.session.timeout.ms", "5000",
                "kafka.heartbeat.interval.ms", "1500",
                "kafka.transaction.timeout.ms", "5000",
                "kafka.commit.interval.ms", "500"));
        settings.put("registry.url", registry);
        settings.put("policy.file", policy.toString());
        settings.put("state.dir", folder.resolve("state-" + state).toString());
        return Child.router(folder, name, settings);
    }

    private Ruleset policy() {
        return ((Parsed.Valid) PolicyFile.parse(document, "p")).ruleset();
    }

    private <T extends SpecificRecord> List<T> read(String bootstrap, String registry, String topic, Class<T> type) {
        var values = Serdes.value(type, Map.of("schema.registry.url", registry)).deserializer();
        return CommittedRecords.of(bootstrap, List.of(topic)).stream()
                .map(ConsumerRecord::value)
                .filter(Objects::nonNull)
                .map(value -> values.deserialize(topic, value))
                .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.Command;
import io.baton.names.Topics;
import io.baton.story.Story;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An operator's way from an empty cluster to a running router and back, with nothing but the command line and a file. */
class RunOutsideIT {

    /** How long a command may take on a machine that has other things to do. */
    private static final Duration COMMAND = Duration.ofSeconds(120);
    /** What a supervisor waits before it kills is 10 s with Docker, 30 s with Kubernetes, 90 s with systemd. */
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(10);

    private final Topics topics = new Topics(Topics.DEFAULT_PREFIX);

    @TempDir
    Path folder;

    @Test
    void aRouterIsSetUpRunsAndStopsFromTheCommandLine() throws Exception {
        try (OutsideCluster cluster = OutsideCluster.start(folder)) {
            Path config = configure(cluster);
            withoutTopicsItRefusesAndNamesTheCommand(config);
            topicsAreCreated(config);
            try (Child router = baton("router", "run", config)) {
                router.awaitLine(line -> line.startsWith("baton: router run-test started: 2 partitions, policy"));
                whoAsksForAHumanIsEscalatedAndTheAssistantSilenced(cluster);
                itStopsInOrderWhenToldTo(router);
            }
        }
    }

    private Path configure(OutsideCluster cluster) throws IOException {
        return Files.writeString(folder.resolve("baton.yaml"), """
                kafka:
                  bootstrap.servers: %s
                  application.id: run-test
                registry.url: %s
                topics: {partitions: 2, replication: 1}
                state.dir: %s
                """.formatted(
                        cluster.bootstrap(), cluster.registry(), folder.resolve("state")));
    }

    private void withoutTopicsItRefusesAndNamesTheCommand(Path config) throws Exception {
        try (Child early = baton("early", "run", config)) {
            assertThat(early.awaitExit(COMMAND)).isEqualTo(1);
            assertThat(early.output().lines())
                    .contains("baton: topic triage.conversation.events is missing; create it with: "
                            + "./baton topics --create --config " + config)
                    .allMatch(line -> line.startsWith("baton: topic triage."));
        }
    }

    private void topicsAreCreated(Path config) throws Exception {
        try (Child create = baton("topics", "topics", "--create", config)) {
            assertThat(create.awaitExit(COMMAND)).isZero();
            assertThat(create.output())
                    .contains("created triage.conversation.events")
                    .containsPattern("all \\d+ topics are there");
        }
    }

    private void whoAsksForAHumanIsEscalatedAndTheAssistantSilenced(OutsideCluster cluster) {
        Map<String, Object> settings = Map.of("bootstrap.servers", cluster.bootstrap());
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            send(producer, 1, "conversation.started", Map.of("channel", "chat", "category", "how-to"));
            send(producer, 2, "conversation.customer-message", Map.of("text", "I want to talk to a human"));
        }
        try (CommittedOutputs outputs = new CommittedOutputs(cluster.bootstrap(), topics, cluster.registry())) {
            outputs.await(() ->
                    !outputs.escalations().isEmpty() && !outputs.commands().isEmpty());

            assertThat(outputs.escalations()).singleElement().satisfies(packet -> {
                assertThat(packet.getConversationId()).isEqualTo("conv-1");
                assertThat(packet.getReasons()).isNotEmpty();
                assertThat(packet.getTranscript()).hasSize(1);
            });
            assertThat(outputs.commands()).singleElement().satisfies(command -> {
                assertThat(command.getConversationId()).isEqualTo("conv-1");
                assertThat(command.getCommand()).isEqualTo(Command.SILENCE);
            });
        }
    }

    private static void itStopsInOrderWhenToldTo(Child router) throws Exception {
        router.terminate();

        assertThat(router.awaitExit(STOPS_WITHIN)).isZero();
        assertThat(router.output()).doesNotContain("Exception", "ERROR", "did not stop");
    }

    private void send(KafkaProducer<String, String> producer, int id, String type, Map<String, ?> data) {
        String event = Story.event("e-" + id, type, "conv-1", "cust-1", Instant.now(), data);
        producer.send(new ProducerRecord<>(topics.conversationEvents(), "cust-1", event));
    }

    private Child baton(String name, String command, Path config) throws IOException {
        return Child.baton(folder, name, List.of(command, "--config", config.toString()));
    }

    private Child baton(String name, String command, String option, Path config) throws IOException {
        return Child.baton(folder, name, List.of(command, option, "--config", config.toString()));
    }
}

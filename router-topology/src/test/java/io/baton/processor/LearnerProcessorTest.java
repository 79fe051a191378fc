// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.TextModelPublished;
import io.baton.modelfile.Models;
import io.baton.names.Stores;
import io.baton.policy.learning.Labelling;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policyfile.DefaultPolicy;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import io.baton.serde.Serdes;
import io.baton.state.TextLabel;
import io.baton.state.TextLabelKind;
import io.baton.state.TextLearning;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The learner alone: what its stores and their changelogs hold is all that it knows. */
@Tag("L05")
class LearnerProcessorTest {

    private static final String APP = "learner";

    @TempDir
    private Path dir;

    private final Rules rules = Rules.of(policy(), Models.shipped());
    private final List<TextModelPublished> published = new ArrayList<>();

    @Test
    void whoTakesOverFromItsChangelogsLearnsTheSame() {
        List<TextLabel> labels = labels(30);
        try (TopologyTestDriver driver = driver("whole", false)) {
            tell(driver, labels);
        }
        TextModelPublished inOneGo = published.get(0);
        published.clear();

        try (TopologyTestDriver first = driver("first", false)) {
            tell(first, labels.subList(0, 17));
            try (TopologyTestDriver second = driver("second", false)) {
                restore(
                        first,
                        second,
                        Stores.TEXT_LABELS,
                        Serdes.state(TextLabel.class).deserializer());
                restore(
                        first,
                        second,
                        Stores.TEXT_LEARNING,
                        Serdes.state(TextLearning.class).deserializer());
                tell(second, labels.subList(17, 30));
            }
        }

        assertThat(published).containsExactly(inOneGo);
    }

    @Test
    void aLabelThatComesTwiceCountsOnce() {
        List<TextLabel> labels = labels(29);
        try (TopologyTestDriver driver = driver("twice", false)) {
            tell(driver, labels);
            tell(driver, labels);
            assertThat(published).isEmpty();
        }
    }

    @Test
    void inAReplayItLearnsOnceAllPartitionsHaveComeToTheirEnd() {
        try (TopologyTestDriver driver = driver("replay", true)) {
            tell(driver, labels(31));
            tell(driver, List.of(Labelling.tick(1)));
            assertThat(published).isEmpty();
            tell(driver, List.of(Labelling.tick(2)));
        }
        assertThat(published).hasSize(1);
        assertThat(published.get(0).getVersion()).isEqualTo(31);
    }

    private <T> void restore(
            TopologyTestDriver from,
            TopologyTestDriver to,
            String store,
            org.apache.kafka.common.serialization.Deserializer<T> values) {
        KeyValueStore<String, T> restored = to.getKeyValueStore(store);
        from.createOutputTopic(APP + "-" + store + "-changelog", new StringDeserializer(), values)
                .readKeyValuesToList()
                .forEach(entry -> restored.put(entry.key, entry.value));
    }

    private void tell(TopologyTestDriver driver, List<TextLabel> labels) {
        var in = driver.createInputTopic(
                "labels", new StringSerializer(), Serdes.state(TextLabel.class).serializer());
        labels.forEach(label -> in.pipeInput("text-model", label));
        driver.createOutputTopic(
                        "out",
                        new StringDeserializer(),
                        Serdes.state(TextModelPublished.class).deserializer())
                .readValuesToList()
                .forEach(published::add);
    }

    private TopologyTestDriver driver(String name, boolean replay) {
        Topology topology = new Topology();
        topology.addSource(
                        "read",
                        new StringDeserializer(),
                        Serdes.state(TextLabel.class).deserializer(),
                        "labels")
                .addProcessor(
                        "learn",
                        LearnerProcessor.supplier(
                                Serdes.state(TextLabel.class),
                                Serdes.state(TextLearning.class),
                                () -> rules,
                                replay,
                                2),
                        "read")
                .addProcessor("take", () -> new Taking(), "learn")
                .addSink(
                        "write",
                        "out",
                        new StringSerializer(),
                        Serdes.state(TextModelPublished.class).serializer(),
                        "take");
        Properties properties = new Properties();
        properties.putAll(Map.of(
                StreamsConfig.APPLICATION_ID_CONFIG,
                APP,
                StreamsConfig.BOOTSTRAP_SERVERS_CONFIG,
                "unused:9092",
                StreamsConfig.STATE_DIR_CONFIG,
                dir.resolve(name).toString()));
        return new TopologyTestDriver(topology, properties);
    }

    /** Only the versions. */
    private static final class Taking
            extends org.apache.kafka.streams.processor.api.ContextualProcessor<
                    String, Taught, String, TextModelPublished> {

        @Override
        public void process(org.apache.kafka.streams.processor.api.Record<String, Taught> record) {
            if (record.value() instanceof Taught.Version version) {
                context().forward(record.withValue(version.version()));
            }
        }
    }

    private List<TextLabel> labels(int count) {
        List<TextLabel> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            labels.add(TextLabel.newBuilder(Labelling.forget("customer-" + i, 1_772_355_600_000L + i * 1000L))
                    .setKind(TextLabelKind.LABEL)
                    .setConversationId("c-" + i)
                    .setLabelId("web/e-" + i)
                    .setSource("survey")
                    .setBase(rules.base().hash())
                    .setTarget(i % 2 * 2)
                    .setScores(List.of(0f, 0.1f, 0f))
                    .setColumns(List.of(0, 20 + i % 2))
                    .setValues(List.of(1f, 1f))
                    .build());
        }
        return labels;
    }

    private static Ruleset policy() {
        String document = DefaultPolicy.document()
                .replaceFirst(
                        "(?m)^textModel:\n  use: words\n",
                        "textModel: {use: shipped, learning: {mode: propose, every: 1m, atLeast: 30, trust: 2}}\n");
        return ((Parsed.Valid) PolicyFile.parse(document, "p")).ruleset();
    }
}

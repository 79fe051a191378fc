// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import io.baton.event.MetricWindow;
import io.baton.lab.Output;
import io.baton.names.Topics;
import io.baton.serde.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** What routers have committed about conversations and figures, as the files that a replay would have written: of a window the last revision. */
final class CommittedFiles {

    private CommittedFiles() {}

    static void write(String bootstrap, Topics topics, String registry, Path folder) throws IOException {
        Map<String, Output> outputs = Output.all(topics, List.of(), Map.of("schema.registry.url", registry));
        outputs.keySet()
                .removeIf(topic -> !topic.equals(topics.decisions())
                        && !topic.equals(topics.outcomes())
                        && !topic.startsWith(topics.metrics("")));
        Map<String, List<String>> lines = new HashMap<>();
        Map<String, Map<String, String>> windows = new HashMap<>();
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            outputs.keySet().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                for (ConsumerRecord<String, byte[]> record : consumer.poll(Duration.ofMillis(200))) {
                    SpecificRecord value = Objects.requireNonNull(outputs.get(record.topic()))
                            .read(record.value())
                            .orElseThrow();
                    String line = "{\"value\":" + Json.text(Json.of(value)) + "}";
                    if (value instanceof MetricWindow) {
                        windows.computeIfAbsent(record.topic(), topic -> new LinkedHashMap<>())
                                .put(record.key(), line);
                    } else {
                        lines.computeIfAbsent(record.topic(), topic -> new ArrayList<>())
                                .add(line);
                    }
                }
            }
        }
        windows.forEach((topic, last) -> lines.put(topic, List.copyOf(last.values())));
        for (Map.Entry<String, List<String>> file : lines.entrySet()) {
            Files.write(folder.resolve(file.getKey() + ".jsonl"), file.getValue());
        }
    }
}

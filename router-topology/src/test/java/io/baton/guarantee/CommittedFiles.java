// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import io.baton.event.MetricWindow;
import io.baton.lab.Output;
import io.baton.names.Topics;
import io.baton.policyfile.DefaultPolicy;
import io.baton.serde.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** What routers have committed about conversations and figures, as the files that a replay would have written: of a window the last revision. */
final class CommittedFiles {

    private CommittedFiles() {}

    static void write(String bootstrap, Topics topics, String registry, Path folder) throws IOException {
        List<String> queues = List.copyOf(DefaultPolicy.ruleset().queues().keySet());
        Map<String, Output> outputs = Output.all(topics, queues, Map.of("schema.registry.url", registry));
        outputs.keySet()
                .removeIf(topic -> !topic.equals(topics.decisions())
                        && !topic.equals(topics.outcomes())
                        && !topic.startsWith(topics.escalations(""))
                        && !topic.startsWith(topics.metrics("")));
        Map<String, List<String>> lines = new HashMap<>();
        Map<String, Map<String, String>> windows = new HashMap<>();
        for (ConsumerRecord<String, byte[]> record : CommittedRecords.of(bootstrap, outputs.keySet())) {
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
        windows.forEach((topic, last) -> lines.put(topic, List.copyOf(last.values())));
        for (Map.Entry<String, List<String>> file : lines.entrySet()) {
            Files.write(folder.resolve(file.getKey() + ".jsonl"), file.getValue());
        }
    }
}

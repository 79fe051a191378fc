// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import io.baton.event.MetricWindow;
import io.baton.names.Topics;
import io.baton.policyfile.DefaultPolicy;
import io.baton.serde.Serdes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.serialization.Deserializer;

/**
 * All that routers have committed, in whatever order: a line for each record, with how often it is there. Of a metric window the
 * figures of the last revision count: how many revisions there were, and which were told, depends on when sums were taken. Alerts
 * are left out: a running router judges them from these sums at each full minute of the wall clock (ADR 0027).
 */
final class OutputDigest {

    /** Magic byte and id of the schema, which depends on what was registered first. */
    private static final int FRAME = 5;

    private OutputDigest() {}

    static Map<String, Integer> of(String bootstrap, Topics topics, String registry) throws NoSuchAlgorithmException {
        Map<String, Integer> lines = new TreeMap<>();
        Map<String, String> figures = new TreeMap<>();
        Deserializer<MetricWindow> windows = Serdes.value(MetricWindow.class, Map.of("schema.registry.url", registry))
                .deserializer();
        for (ConsumerRecord<String, byte[]> record : records(bootstrap, topics)) {
            if (record.topic().startsWith(topics.metrics(""))) {
                MetricWindow window = windows.deserialize(record.topic(), record.value());
                figures.put(record.topic() + " " + record.key(), new TreeMap<>(window.getMeasures()).toString());
            } else {
                lines.merge(line(record), 1, Integer::sum);
            }
        }
        figures.forEach((row, measures) -> lines.put(row + " " + measures, 1));
        return lines;
    }

    private static String line(ConsumerRecord<String, byte[]> record) throws NoSuchAlgorithmException {
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        if (record.value() != null) {
            digest.update(record.value(), FRAME, record.value().length - FRAME);
        }
        String key = record.key() == null ? "-" : record.key();
        return record.topic() + " " + key + " " + HexFormat.of().formatHex(digest.digest(), 0, 12);
    }

    private static List<ConsumerRecord<String, byte[]>> records(String bootstrap, Topics topics) {
        List<String> queues = List.copyOf(DefaultPolicy.ruleset().queues().keySet());
        List<String> told = topics.all(queues).stream()
                .filter(spec -> spec.direction() == Topics.Direction.OUT)
                .map(Topics.Spec::name)
                .filter(topic -> !topic.equals(topics.alerts()))
                .toList();
        return CommittedRecords.of(bootstrap, told);
    }
}

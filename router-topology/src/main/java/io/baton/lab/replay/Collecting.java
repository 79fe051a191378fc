// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.lab.LocalCluster;
import io.baton.lab.Output;
import io.baton.lab.RecordedLine;
import io.baton.lab.Tally;
import io.baton.names.Headers;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;

/** Reads the outputs back, one topic after the other so that only one is in memory, writes the files and counts. */
final class Collecting {

    private record Refused(Optional<RecordedLine> line, String why) {

        private static final Comparator<Refused> IN_ORDER = Comparator.comparing((Refused refused) ->
                        refused.line().map(RecordedLine::file).orElse(""))
                .thenComparingInt(
                        refused -> refused.line().map(RecordedLine::number).orElse(0))
                .thenComparing(Refused::why);

        String text() {
            return line.map(RecordedLine::place).orElse("(no line)") + ": " + why;
        }
    }

    private final LocalCluster cluster;
    private final Loading loading;
    private final Tally tally = new Tally();
    private final List<Refused> refused = new ArrayList<>();

    Collecting(LocalCluster cluster, Loading loading) {
        this.cluster = cluster;
        this.loading = loading;
    }

    void collect(Collection<Output> outputs, Path dir) throws IOException, InterruptedException {
        try (TopicReader reader = new TopicReader(cluster)) {
            for (Output output : outputs) {
                OutputFile file = new OutputFile(output);
                reader.read(output.topic(), record -> {
                    Optional<SpecificRecord> value = file.add(record);
                    value.ifPresent(tally::count);
                    if (output.values() == null) {
                        refused(record);
                    }
                });
                file.write(dir);
            }
        }
    }

    Tally tally() {
        return tally;
    }

    /** In the order of files and lines. */
    List<String> refused() {
        return refused.stream().sorted(Refused.IN_ORDER).map(Refused::text).toList();
    }

    private void refused(ConsumerRecord<byte[], byte[]> record) {
        tally.countRefused(record.headers());
        String reason = header(record, Headers.REASON);
        String detail = header(record, Headers.DETAIL);
        Optional<RecordedLine> line = loading.line(
                header(record, Headers.TOPIC), number(record, Headers.PARTITION), number(record, Headers.OFFSET));
        refused.add(new Refused(line, detail.isEmpty() ? reason : reason + " (" + detail + ")"));
    }

    private static String header(ConsumerRecord<byte[], byte[]> record, String name) {
        Header header = record.headers().lastHeader(name);
        return header == null || header.value() == null ? "" : new String(header.value(), UTF_8);
    }

    private static int number(ConsumerRecord<byte[], byte[]> record, String name) {
        try {
            return Integer.parseInt(header(record, name));
        } catch (NumberFormatException e) {
            return -1;
        }
    }
}

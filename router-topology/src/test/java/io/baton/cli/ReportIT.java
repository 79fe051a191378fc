// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.config.Profile;
import io.baton.config.RouterConfig;
import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.event.Measure;
import io.baton.event.MetricWindow;
import io.baton.event.Window;
import io.baton.lab.Feed;
import io.baton.lab.LocalCluster;
import io.baton.names.StoreLayout;
import io.baton.serde.Serdes;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.Serde;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The report of a period, read from the metrics topics of a cluster. */
final class ReportIT {

    private static final Instant NINE = Instant.parse("2026-03-02T09:00:00Z");

    @TempDir
    private Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    @Tag("M27")
    void aClustersMetricsTopicsAreReadToTheirEnd() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(0)) {
            RouterConfig config = cluster.config(3, StoreLayout.PACKED, Profile.THROUGHPUT, false, Map.of());
            cluster.createTopics(config, List.of("standard"));
            write(
                    cluster,
                    config,
                    row(Channel.AUTOMATED, NINE, 8, 1),
                    row(Channel.AUTOMATED, NINE, 9, 2),
                    row(Channel.AUTOMATED, NINE.plus(Duration.ofDays(1)), 5, 1),
                    row(Channel.HUMAN, NINE, 3, 1),
                    row(Channel.HUMAN, NINE.plus(Duration.ofDays(40)), 1, 1));

            assertThat(report(cluster)).as(err.toString()).isZero();
        }
        assertThat(Files.readString(dir.resolve("march/report.csv")))
                .contains("AUTOMATED,how-to,resolution-rate,0.7,14.0,20.0,ratio")
                .contains("HUMAN,how-to,resolution-rate,0.3,3.0,10.0,ratio");
        assertThat(dir.resolve("march/report.html")).content().contains("70.0 %", "30.0 %");
        assertThat(out.toString()).contains("report.html").doesNotContain("no figures");
    }

    @Test
    void aClusterWithoutFiguresInThePeriodSaysSo() throws Exception {
        try (LocalCluster cluster = LocalCluster.start(0)) {
            RouterConfig config = cluster.config(3, StoreLayout.PACKED, Profile.THROUGHPUT, false, Map.of());
            cluster.createTopics(config, List.of("standard"));

            assertThat(report(cluster)).as(err.toString()).isZero();
        }
        assertThat(out.toString()).contains("no figures in this period");
    }

    private int report(LocalCluster cluster) throws Exception {
        Path file = Files.writeString(
                dir.resolve("baton.yaml"),
                "kafka:\n  bootstrap.servers: " + cluster.bootstrapServers()
                        + "\n  num.stream.threads: 2\nregistry:\n  url: " + cluster.registryUrl() + "\n");
        return BatonCommand.commandLine()
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(
                        "report",
                        "--from",
                        "2026-03-01",
                        "--to",
                        "2026-04-01",
                        "--config",
                        file.toString(),
                        "--out",
                        dir.resolve("march").toString());
    }

    private static void write(LocalCluster cluster, RouterConfig config, MetricWindow... rows) {
        try (Feed feed = new Feed(cluster, config.topics().names());
                Serde<MetricWindow> serde = Serdes.value(MetricWindow.class, config.registry())) {
            for (MetricWindow row : rows) {
                String topic =
                        config.topics().names().metrics(row.getChannel().name().toLowerCase(Locale.ROOT));
                String key = row.getChannel() + "|" + row.getWindow().getStart();
                feed.send(new ProducerRecord<>(
                        topic, key.getBytes(UTF_8), serde.serializer().serialize(topic, row)));
            }
            feed.flush();
        }
    }

    private static MetricWindow row(Channel channel, Instant start, int resolved, int revision) {
        return new MetricWindow(
                channel,
                new Window(start, start.plus(Duration.ofHours(1))),
                Grain.HOUR,
                "how-to",
                "standard",
                Map.of("resolution-rate", new Measure(resolved / 10.0, (double) resolved, 10.0, "ratio")),
                revision,
                start);
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.config.RouterConfig;
import io.baton.event.MetricWindow;
import io.baton.lab.report.PeriodReport;
import io.baton.names.Topics;
import io.baton.runtime.ChosenPolicy;
import io.baton.serde.Serdes;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The two dashboards of a period as one page and CSV (M27). */
@Command(
        name = "report",
        description = {
            "Writes what the assistant and what humans did in a period, apart from one another: report.html, one page that"
                    + " stands by itself, and report.csv. Reads the metrics topics, or the files of a replay.",
            ""
        },
        footer = {
            "",
            "Examples:",
            "  ./baton report --from 2026-03-01 --to 2026-04-01 --out march --config deploy/baton.yaml",
            "  ./baton report --from 2026-03-01 --to 2026-04-01 --out march --in results    from a replay"
        })
final class ReportCommand implements Callable<Integer> {

    private static final List<String> CHANNELS = List.of("automated", "assisted", "human");
    private static final Duration STUCK_AFTER = Duration.ofSeconds(30);

    @Option(names = "--from", paramLabel = "TIME", required = true, description = "First day, or moment, UTC.")
    private String from;

    @Option(names = "--to", paramLabel = "TIME", required = true, description = "Day, or moment, before which it ends.")
    private String to;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the report; is made.")
    private Path out;

    @Option(names = "--in", paramLabel = "DIR", description = "Folder that a replay has written.")
    private @Nullable Path in;

    @Option(
            names = "--policy",
            paramLabel = "FILE",
            description =
                    "Policy whose targets figures are held against; default that of the configuration, or the built-in one.")
    private @Nullable Path policy;

    @Mixin
    private ConfigOptions options;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Optional<Path> chosen = Optional.ofNullable(policy);
        if (chosen.isEmpty() && options.given()) {
            chosen = options.read().policyFile();
        }
        PeriodReport report = new PeriodReport(
                time("--from", from),
                time("--to", to),
                ChosenPolicy.of(chosen).ruleset().qa());
        if (!time("--from", from).isBefore(time("--to", to))) {
            throw new MisuseException("--to: must be after --from");
        }
        if (in != null) {
            report.addFiles(files(in));
        } else if (options.given()) {
            read(options.read(), report);
        } else {
            throw new MisuseException("--in or --config: say where the figures are");
        }
        boolean any = report.write(out);
        PrintWriter terminal = spec.commandLine().getOut();
        terminal.println((any ? "" : "no figures in this period; ") + "written: " + out.resolve("report.html") + ", "
                + out.resolve("report.csv"));
        terminal.flush();
        return Endings.DONE;
    }

    private static Instant time(String option, String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new MisuseException(
                    option + ": must be a day such as 2026-03-01 or a time such as 2026-03-01T09:00:00Z");
        }
    }

    private static List<Path> files(Path in) {
        List<Path> files = new ArrayList<>();
        for (String channel : CHANNELS) {
            Path file = in.resolve(new Topics(Topics.DEFAULT_PREFIX).metrics(channel) + ".jsonl");
            if (!Files.isReadable(file)) {
                throw new MisuseException("--in: no readable file: " + file);
            }
            files.add(file);
        }
        return files;
    }

    private static void read(RouterConfig config, PeriodReport report) {
        Map<String, Object> settings = new HashMap<>(config.kafka());
        settings.keySet().removeIf(key -> key.startsWith("num.stream") || key.equals("application.id"));
        settings.put(ConsumerConfig.ISOLATION_LEVEL_CONFIG, "read_committed");
        Deserializer<MetricWindow> values =
                Serdes.value(MetricWindow.class, config.registry()).deserializer();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = new ArrayList<>();
            for (String channel : CHANNELS) {
                consumer.partitionsFor(config.topics().names().metrics(channel))
                        .forEach(info -> partitions.add(new TopicPartition(info.topic(), info.partition())));
            }
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            long giveUpAt = System.nanoTime() + STUCK_AFTER.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(500)).forEach(record -> {
                    if (record.value() != null) {
                        report.add(values.deserialize(record.topic(), record.value()));
                    }
                });
                if (System.nanoTime() > giveUpAt) {
                    throw new IllegalStateException("the metrics topics could not be read to their end in time");
                }
            }
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.event.Measure;
import io.baton.event.MetricWindow;
import io.baton.event.Window;
import io.baton.policy.ruleset.QaRule;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Builds the report of a period from rows of the metrics topics. */
public final class PeriodReport {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Period period;
    private final Instant from;
    private final Instant to;
    private final QaRule qa;

    /**
     * A report without rows.
     *
     * @param to where the period ends, exclusive
     * @param qa whose targets figures are held against
     */
    public PeriodReport(Instant from, Instant to, QaRule qa) {
        this.qa = qa;
        this.period = new Period(from, to, qa.scorecard());
        this.from = from;
        this.to = to;
    }

    /** Takes one row of a metrics topic. */
    public void add(MetricWindow row) {
        period.add(row);
    }

    /**
     * Takes the files of metrics topics that a replay has written.
     *
     * @throws IOException naming the file that cannot be read
     */
    public void addFiles(List<Path> files) throws IOException {
        for (Path file : files) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    add(row(JSON.readTree(line).path("value")));
                }
            }
        }
    }

    private static MetricWindow row(JsonNode value) {
        Map<String, Measure> measures = new HashMap<>();
        for (Map.Entry<String, JsonNode> entry : value.path("measures").properties()) {
            JsonNode measure = entry.getValue();
            measures.put(
                    entry.getKey(),
                    new Measure(
                            measure.path("value").isNumber()
                                    ? measure.path("value").asDouble()
                                    : null,
                            measure.path("numerator").asDouble(),
                            measure.path("denominator").asDouble(),
                            measure.path("unit").asText()));
        }
        JsonNode window = value.path("window");
        return new MetricWindow(
                Channel.valueOf(value.path("channel").asText()),
                new Window(
                        Instant.parse(window.path("start").asText()),
                        Instant.parse(window.path("end").asText())),
                Grain.valueOf(value.path("grain").asText()),
                value.path("category").asText(),
                value.path("segment").asText(),
                measures,
                value.path("revision").asInt(),
                Instant.parse(value.path("updatedAt").asText()));
    }

    /**
     * Writes {@code report.html}, {@code report.csv} and {@code targets.csv}.
     *
     * @return whether there were any figures in the period
     * @throws IOException when the folder cannot be written
     */
    public boolean write(Path out) throws IOException {
        Files.createDirectories(out);
        List<Targets.Row> targets = Targets.of(period, qa);
        Files.writeString(out.resolve("targets.csv"), Targets.csv(targets));
        Files.writeString(out.resolve("report.html"), ReportPage.html(period, targets, day(from), day(to)));
        Files.writeString(out.resolve("report.csv"), ReportPage.csv(period));
        return !period.isEmpty();
    }

    private static String day(Instant at) {
        return at.toString().replace("T00:00:00Z", "");
    }
}

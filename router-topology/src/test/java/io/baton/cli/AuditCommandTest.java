// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code ./baton policy audit} and {@code ./baton report}. */
class AuditCommandTest {

    @TempDir
    Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    private int run(String... args) {
        CommandLine line = BatonCommand.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(args);
    }

    @Test
    @Tag("R04")
    @Tag("R05")
    @Tag("R20")
    @Tag("M29")
    void anExportBecomesAMatrixCandidatesAndASectionOfAPolicy() throws Exception {
        List<String> lines = new ArrayList<>(List.of("Category,Opened,Closed,Macro,Owner"));
        for (int i = 0; i < 60; i++) {
            lines.add("password-reset,2026-03-%02d 09:00,2026-03-%02d 09:20,reset-link,"
                    .formatted(1 + i % 28, 1 + i % 28));
        }
        for (int i = 0; i < 30; i++) {
            lines.add("\"Odd, really\",2026-04-02 10:00,2026-04-02 11:00,way-" + i % 10 + ",Ann");
        }
        lines.add("data-loss,2026-04-03 10:00,2026-04-03 15:00,restore,Ann");
        Path export = Files.write(dir.resolve("t.csv"), lines);

        int status = run(
                "policy",
                "audit",
                export.toString(),
                "--columns",
                "type=Category,created=Opened,resolved=Closed,solution=Macro,agent=Owner",
                "--out",
                dir.resolve("audit").toString());

        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(out.toString()).contains("91 tickets of 3 kinds", "reset-link 100%", "automate first");
        JsonNode audit =
                new ObjectMapper().readTree(dir.resolve("audit/audit.json").toFile());
        assertThat(audit.at("/types/0/type").asText()).isEqualTo("password-reset");
        assertThat(audit.at("/types/0/count").asInt()).isEqualTo(60);
        assertThat(audit.at("/types/0/medianMinutes").asDouble()).isEqualTo(20);
        assertThat(audit.at("/types/0/hours").asDouble()).isEqualTo(20);
        assertThat(audit.at("/types/0/out").asBoolean())
                .as("20 minutes for a simple thing")
                .isTrue();
        assertThat(audit.at("/types/0/tier").asInt()).isEqualTo(1);
        assertThat(audit.at("/types/1/tier").asInt()).as("no clear answer").isNotEqualTo(1);
        assertThat(audit.at("/types/2/tier").asInt()).as("much at stake").isEqualTo(3);
        assertThat(audit.at("/candidates")).hasSize(1);
        assertThat(audit.at("/months/2026-03").asInt()).isEqualTo(60);
        String page = Files.readString(dir.resolve("audit/audit.html"));
        assertThat(page).contains("<svg", "Odd, really").doesNotContain("http://", "https://", "<script");
    }

    @Test
    void missingColumnsAreEachNamed() throws Exception {
        Path export = Files.write(dir.resolve("t.csv"), List.of("a,b", "1,2"));

        int status = run("policy", "audit", export.toString(), "--columns", "solution=Macro");

        assertThat(status).isEqualTo(2);
        assertThat(err.toString()).contains("'type' for type", "'created' for created", "'Macro' for solution");
    }

    @Test
    @Tag("M06")
    @Tag("M24")
    @Tag("M27")
    @Tag("L10")
    void aReportKeepsTheChannelsApartAndAddsUpHours() throws Exception {
        Path in = Files.createDirectories(dir.resolve("in"));
        for (String channel : List.of("automated", "assisted", "human")) {
            Files.writeString(in.resolve("triage.metrics." + channel + ".jsonl"), "");
        }
        Files.write(
                in.resolve("triage.metrics.automated.jsonl"),
                List.of(
                        row("2026-03-02T09:00:00Z", "HOUR", 8, 10, 1),
                        row("2026-03-02T09:00:00Z", "HOUR", 9, 10, 2),
                        row("2026-03-13T09:00:00Z", "HOUR", 5, 10, 1),
                        row("2026-03-02T00:00:00Z", "DAY", 99, 99, 1),
                        row("2026-04-01T00:00:00Z", "HOUR", 1, 10, 1)));

        int status = run(
                "report",
                "--from",
                "2026-03-01",
                "--to",
                "2026-04-01",
                "--in",
                in.toString(),
                "--out",
                dir.resolve("r").toString());

        assertThat(err.toString()).isEmpty();
        assertThat(status).isZero();
        assertThat(Files.readString(dir.resolve("r/report.csv")))
                .contains("AUTOMATED,how-to,containment,0.7,14.0,20.0,ratio")
                .contains("AUTOMATED,how-to,trigger.score,6.0,6.0,2.0,escalations");
        String page = Files.readString(dir.resolve("r/report.html"));
        assertThat(page)
                .contains("70.0 %", "The assistant", "Humans", "score", "Gaps by volume", "<td>how-to</td>")
                .as("what a figure says, and how it went")
                .contains(
                        "finished without a human and stayed finished",
                        "Week by week",
                        "<td class=\"n\">2026-03-01</td>")
                .doesNotContain("http://", "https://", "<script");
    }

    @Test
    void aReportNeedsToKnowWhereItsFiguresAre() {
        assertThat(run("report", "--from", "2026-03-01", "--to", "2026-04-01", "--out", dir.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--in or --config");
    }

    private static String row(String start, String grain, int contained, int of, int revision) {
        return ("{\"key\":\"k\",\"value\":{\"channel\":\"AUTOMATED\",\"window\":{\"start\":\"%s\",\"end\":\"%s\"},\"grain\":\"%s\","
                        + "\"category\":\"how-to\",\"segment\":\"s\",\"measures\":{\"containment\":{\"value\":%s,\"numerator\":%d,"
                        + "\"denominator\":%d,\"unit\":\"ratio\"},\"trigger.score\":{\"value\":3,\"numerator\":3,\"denominator\":1,"
                        + "\"unit\":\"escalations\"}},\"revision\":%d,\"updatedAt\":\"%s\"}}")
                .formatted(start, start, grain, contained / (double) of, contained, of, revision, start);
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.lab.learning.MadeUp;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The three commands about text models, from files to files. */
class LearnCommandTest {

    @TempDir
    private static Path dir;

    private static final MadeUp MADE_UP = new MadeUp(40, 3);

    private static Path events;
    private static Path labels;
    private static Path model;

    private record Ended(int status, String out, String err) {}

    @BeforeAll
    static void learn() throws IOException {
        events = MADE_UP.writeEvents(dir.resolve("events.jsonl"));
        labels = MADE_UP.writeLabels(dir.resolve("labels.jsonl"));
        model = dir.resolve("model.json");
        Ended ended = baton("learn", "--events", events, "--labels", labels, "--label", "mood", "--out", model);
        assertThat(ended.err()).doesNotContain("baton:");
        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("learned mood from 40 conversations", "macro F1", "wrote ");
    }

    @Test
    void scoresHaveOneLineForEachCustomerMessageAndClosingInStreamOrder() throws IOException {
        List<JsonNode> scores = json(scored("all.jsonl", MADE_UP.events()));

        assertThat(scores.stream().map(line -> line.path("id").asText()).toList())
                .containsExactlyElementsOf(MADE_UP.events().stream()
                        .filter(line -> line.contains("customer-message") || line.contains("conversation.closed"))
                        .map(LearnCommandTest::id)
                        .toList());
        assertThat(scores).allSatisfy(line -> {
            boolean closing = line.path("risk").isMissingNode();
            List<String> fields = List.of("source", "id", "conversation", "class", "probabilities", "risk");
            assertThat(line.fieldNames()).toIterable().containsExactlyElementsOf(fields.subList(0, closing ? 5 : 6));
            assertThat(line.path("risk").asDouble()).isBetween(0.0, 1.0);
            assertThat(line.path("source").asText()).isEqualTo("made-up");
            assertThat(line.path("conversation").asText()).startsWith("c-");
            assertThat(line.path("class").intValue()).isBetween(0, 2);
            assertThat(line.path("probabilities")).hasSize(3);
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {3, 4, 7, 50, 123, 200})
    void theScoresOfTheBeginningOfAFileAreTheBeginningOfTheScoresOfTheFile(int lines) throws IOException {
        List<String> all = scored("all.jsonl", MADE_UP.events());

        List<String> beginning = scored("beginning.jsonl", MADE_UP.events().subList(0, lines));

        assertThat(all).startsWith(beginning.toArray(String[]::new));
    }

    @Test
    void eachCommandGivesTheSameBytesAgain() throws IOException {
        Path again = dir.resolve("again.json");
        baton("learn", "--events", events, "--labels", labels, "--label", "mood", "--out", again);
        for (String out : List.of("one.jsonl", "two.jsonl")) {
            baton("score", "--events", events, "--model", model, "--out", dir.resolve(out));
        }

        assertThat(again).hasSameBinaryContentAs(model);
        assertThat(dir.resolve("one.jsonl")).hasSameBinaryContentAs(dir.resolve("two.jsonl"));
        assertThat(evaluate("--json").out()).isEqualTo(evaluate("--json").out());
    }

    @Test
    void anEventThatComesTwiceIsScoredOnce() throws IOException {
        List<String> twice = new ArrayList<>(MADE_UP.events());
        twice.addAll(MADE_UP.events());

        assertThat(scored("twice.jsonl", twice)).isEqualTo(scored("all.jsonl", MADE_UP.events()));
    }

    @Test
    void personalDataIsMaskedBeforeAnythingIsLookedAt() throws IOException {
        List<String> one = scored("one.jsonl", List.of(message("Write to anna@example.org please")));
        List<String> other = scored("other.jsonl", List.of(message("Write to zoltan.k@example.com please")));

        assertThat(one).isEqualTo(other);
    }

    @Test
    void oddTextsAndLinesAreSurvived() throws IOException {
        Path file = Files.write(
                dir.resolve("odd.jsonl"),
                List.of(
                        "no json",
                        "{}",
                        message("x ".repeat(1 << 19)),
                        message("").replace("m-1", "m-2")));
        Ended ended = baton("score", "--events", file, "--model", model, "--out", dir.resolve("odd.out"));

        assertThat(ended.status()).isZero();
        assertThat(ended.err()).contains("left out lines that are no event: 2", "odd.jsonl:1", "odd.jsonl:2");
        assertThat(Files.readAllLines(dir.resolve("odd.out"))).hasSize(2);
    }

    @Test
    void evaluationIsATableOrJson() throws IOException {
        Ended table = evaluate();
        Ended json = evaluate("--json");

        assertThat(table.out())
                .contains("macro F1", "AUC of class 0", "calibration error", "on-time recall", "95 % interval");
        JsonNode figures = new ObjectMapper().readTree(json.out()).path("figures");
        assertThat(figures.path("macro F1").path("value").asDouble()).isBetween(0.7, 1.0);
        assertThat(figures.path("macro F1").path("low").asDouble())
                .isLessThanOrEqualTo(figures.path("macro F1").path("high").asDouble());
    }

    @Test
    void unknownEventsAreCountedAndNamedAndAnErrorWhereSoAsked() throws IOException {
        List<String> more = new ArrayList<>(MADE_UP.labels());
        for (int i = 0; i < 12; i++) {
            more.add("{\"source\":\"made-up\",\"id\":\"gone-" + i + "\",\"mood\":1}");
        }
        Path file = Files.write(dir.resolve("more.jsonl"), more);
        Path out = dir.resolve("strict.json");

        Ended strict =
                baton("learn", "--events", events, "--labels", file, "--label", "mood", "--out", out, "--strict");

        assertThat(strict.status()).isEqualTo(1);
        assertThat(strict.err())
                .contains("not in the recording: 12 (made-up/gone-0,", "made-up/gone-9, …)")
                .doesNotContain("gone-10");
        assertThat(out).doesNotExist();
    }

    @Test
    void tooFewLabelsEndWithStatus1AndOneLine() throws IOException {
        Path few = Files.write(dir.resolve("few.jsonl"), MADE_UP.labels().subList(0, 15));

        Ended ended = baton(
                "learn", "--events", events, "--labels", few, "--label", "mood", "--out", dir.resolve("few.json"));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("at least 10").doesNotContain("Exception", "\tat ");
    }

    @Test
    void anotherModelIsRefused() throws IOException {
        Path other = Files.writeString(
                dir.resolve("other.json"), Files.readString(model).replace("\"features\":1", "\"features\":2"));

        Ended ended = baton("score", "--events", events, "--model", other, "--out", dir.resolve("x.jsonl"));

        assertThat(ended.status()).isEqualTo(1);
        assertThat(ended.err()).contains("other.json: features is 2, this program reads 1");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "learn",
                "learn --events EVENTS --labels LABELS --label mood",
                "learn --events /no/such.jsonl --labels LABELS --label mood --out OUT",
                "learn --events EVENTS --labels /no/such.jsonl --label mood --out OUT",
                "learn --events EVENTS --labels LABELS --label mood --out /no/such/folder/m.json",
                "learn --events EVENTS --labels LABELS --label mood --out OUT --seed many",
                "score --events EVENTS --model /no/such.json --out OUT",
                "score --events EVENTS --out OUT",
                "evaluate --events EVENTS --labels LABELS --label mood"
            })
    void wrongUsageEndsWithStatus2(String words) {
        String line = words.replace("EVENTS", events.toString())
                .replace("LABELS", labels.toString())
                .replace("OUT", dir.resolve("out.json").toString());

        Ended ended = baton((Object[]) line.split(" "));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).startsWith("baton: ").doesNotContain("\tat ", "Exception");
    }

    @Test
    void withoutTheirModuleEmbeddingsAreRefusedWithHowToGetIt() {
        Path out = dir.resolve("none.json");

        Ended ended =
                baton("learn", "--events", events, "--labels", labels, "--label", "mood", "--out", out, "--embeddings");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).startsWith("baton: --embeddings: ").contains("130 MB", "mvn ", "-P embeddings");
        assertThat(out).doesNotExist();
    }

    private static List<String> scored(String name, List<String> lines) throws IOException {
        Path file = Files.write(dir.resolve(name), lines);
        Path out = dir.resolve(name + ".out");
        Ended ended = baton("score", "--events", file, "--model", model, "--out", out);
        assertThat(ended.status()).as(ended.err()).isZero();
        return Files.readAllLines(out);
    }

    private static Ended evaluate(String... more) {
        List<Object> words = new ArrayList<>(
                List.of("evaluate", "--events", events, "--labels", labels, "--label", "mood", "--model", model));
        words.addAll(List.of(more));
        Ended ended = baton(words.toArray());
        assertThat(ended.status()).as(ended.err()).isZero();
        return ended;
    }

    private static String message(String text) {
        return "{\"specversion\":\"1.0\",\"id\":\"m-1\",\"source\":\"s\",\"type\":\"conversation.customer-message\","
                + "\"subject\":\"c\",\"time\":\"2026-03-01T09:00:00Z\",\"data\":{\"text\":\"" + text + "\"}}";
    }

    private static List<JsonNode> json(List<String> lines) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        List<JsonNode> nodes = new ArrayList<>();
        for (String line : lines) {
            nodes.add(mapper.readTree(line));
        }
        return nodes;
    }

    private static String id(String line) {
        int from = line.indexOf("\"id\":\"") + 6;
        return line.substring(from, line.indexOf('"', from));
    }

    private static Ended baton(Object... args) {
        CommandLine line = BatonCommand.commandLine();
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        line.setOut(new PrintWriter(out));
        line.setErr(new PrintWriter(err));
        String[] words = new String[args.length];
        for (int i = 0; i < args.length; i++) {
            words[i] = args[i].toString();
        }
        return new Ended(line.execute(words), out.toString(), err.toString());
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class CommandLineTest {

    @TempDir
    private Path dir;

    private record Ended(int status, String out, String err) {}

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

    @Test
    void helpListsEveryCommandAndEndsWell() {
        Ended ended = baton("--help");

        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .contains("demo", "replay", "run", "topics", "topology", "policy", "completion")
                .contains("./baton demo --for 60s", "Exit status");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "demo",
                "replay",
                "run",
                "topics",
                "topology",
                "policy",
                "learn",
                "score",
                "evaluate",
                "completion"
            })
    void everyCommandHasHelpOfItsOwnWithAnExample(String command) {
        Ended ended = baton(command, "--help");

        assertThat(ended.status()).isZero();
        assertThat(ended.out()).startsWith("Usage: baton " + command).contains("./baton ");
    }

    @Test
    void aConversationToExplainIsNamedWhereThereAreSeveral(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("two.jsonl");
        String line =
                "{\"specversion\":\"1.0\",\"id\":\"%1$s\",\"source\":\"s\",\"type\":\"conversation.started\",\"subject\":"
                        + "\"%1$s\",\"time\":\"2026-03-02T09:00:00Z\",\"data\":{\"channel\":\"chat\"}}\n";
        Files.writeString(file, line.formatted("conv-1") + line.formatted("conv-2"));

        assertThat(baton("policy", "explain", "--conversation", file)).satisfies(ended -> {
            assertThat(ended.status()).isEqualTo(2);
            assertThat(ended.err())
                    .contains("--id")
                    .contains("holds 2 conversations")
                    .contains("conv-1, conv-2");
        });
        assertThat(baton("policy", "explain", "--conversation", file, "--id", "conv-3")
                        .err())
                .contains("no conversation conv-3");
        assertThat(baton("policy", "explain", "--help").out()).contains("How to read a turn", "HANDED OVER");
    }

    @Test
    void withoutACommandThereIsHelp() {
        assertThat(baton().out()).contains("Commands:");
    }

    @Test
    void versionIsOneLine() {
        Ended ended = baton("--version");

        assertThat(ended.status()).isZero();
        assertThat(ended.out()).startsWith("baton ").hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "replay --no-such-option",
                "replay file.jsonl",
                "replay /no/such/file.jsonl --out OUT",
                "replay POM --out OUT --settle soon",
                "replay POM --out OUT --decisions some",
                "replay POM --out OUT --policy /no/such/policy.yaml",
                "demo --speed 0",
                "demo --speed fast",
                "demo --for ever",
                "demo --kafka-port 70000",
                "run",
                "run --config /no/such/config.yaml",
                "run --set kafka.bootstrap.servers",
                "run --set kafka.bootstrap.servers=broker --set registry.url=http://r:1",
                "run --set kafka.bootstrap.servers=b:1 --set registry.url=http://r:1 --set no.such.setting=1",
                "topics --check",
                "topics --create --check",
                "policy",
                "policy validate",
                "policy validate /no/such/policy.yaml",
                "no-such-command"
            })
    void wrongUsageEndsWithStatus2AndSaysWhatIsWrongWithoutAStackTrace(String words) {
        String line = words.replace("OUT", dir.resolve("out").toString()).replace("POM", "pom.xml");

        Ended ended = baton((Object[]) line.split(" "));

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).startsWith("baton: ").doesNotContain("\tat ", "Exception");
        assertThat(ended.out()).isEmpty();
    }

    @Test
    void messagesNameTheOptionAndTheSetting() {
        assertThat(baton("replay", "pom.xml").err()).contains("--out");
        assertThat(baton("replay", "pom.xml", "--out", dir, "--settle", "soon").err())
                .contains("--settle", "15m", "(was soon)");
        assertThat(baton("run", "--set", "topics.partitions=0").err())
                .contains(
                        "kafka.bootstrap.servers: is missing",
                        "registry.url: is missing",
                        "topics.partitions: must be");
    }

    @Test
    void theProcessingGuaranteeCannotBeWeakened() {
        Ended ended = baton(
                "run",
                "--set",
                "kafka.bootstrap.servers=localhost:9092",
                "--set",
                "registry.url=http://localhost:8081",
                "--set",
                "kafka.processing.guarantee=at_least_once");

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("kafka.processing.guarantee: must stay exactly_once_v2");
    }

    @Test
    void outputIsNotOverwrittenUnasked() throws IOException {
        Files.writeString(dir.resolve("notes.txt"), "mine");

        Ended ended = baton("replay", "pom.xml", "--out", dir);

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err()).contains("--out", "not empty", "--force");
        assertThat(dir.resolve("notes.txt")).exists();
    }

    @Test
    void forceTakesEarlierOutputAwayAndNothingElse() throws IOException {
        Files.writeString(dir.resolve("notes.txt"), "mine");
        Files.writeString(dir.resolve("triage.alerts.jsonl"), "old");

        OutFolder.prepare(dir, true);

        assertThat(dir.resolve("notes.txt")).exists();
        assertThat(dir.resolve("triage.alerts.jsonl")).doesNotExist();
    }

    @Test
    void aBrokenPolicyIsReportedWithEveryProblemAndStatus2() throws IOException {
        Path policy = Files.writeString(dir.resolve("policy.yaml"), "name: broken\nversion: 1\nno-such-part: 1\n");

        Ended ended = baton("policy", "validate", policy);

        assertThat(ended.status()).isEqualTo(2);
        assertThat(ended.err().lines()).hasSizeGreaterThan(1).allMatch(line -> line.startsWith("baton: "));
        assertThat(ended.err()).contains("policy.yaml:");
    }

    @Test
    void theDefaultPolicyIsValidAndSaysSoInOneLine() throws IOException {
        Path policy = Files.writeString(
                dir.resolve("policy.yaml"), baton("policy", "default").out());

        Ended ended = baton("policy", "validate", policy);

        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .startsWith("policy ")
                .contains("is valid:", "categories")
                .hasLineCount(1);
    }

    @Test
    void topicsAreListedWithOneForEachQueue() {
        Ended ended = baton("topics");

        assertThat(ended.status()).isZero();
        assertThat(ended.out().lines())
                .anyMatch(line -> line.startsWith("triage.conversation.events"))
                .anyMatch(line -> line.startsWith("triage.escalations.standard"))
                .anyMatch(line -> line.startsWith("triage.dead-letters"));
    }

    @Test
    void topicCommandsFollowTheConfiguration() {
        Ended ended = baton(
                "topics",
                "--commands",
                "--set",
                "kafka.bootstrap.servers=b1:9092",
                "--set",
                "registry.url=http://r:8081",
                "--set",
                "topics.prefix=acme.",
                "--set",
                "topics.partitions=12");

        assertThat(ended.out())
                .contains("kafka-topics.sh --bootstrap-server b1:9092 --create --if-not-exists"
                        + " --topic acme.conversation.events --partitions 12 --replication-factor 3"
                        + " --config cleanup.policy=delete");
    }

    @Test
    void thePictureHasSevenChaptersAndTheConfiguredTopics() {
        Ended ended = baton("topology");

        assertThat(ended.status()).isZero();
        assertThat(ended.out())
                .contains("1 Intake", "2 Journey", "3 Evidence", "4 Ownership", "5 Hand-over", "6 Queue", "7 Outcome")
                .contains("triage.conversation.events");
    }

    @Test
    void theTopologyIsAlsoAFlowChartOfEveryNode() {
        assertThat(baton("topology", "--mermaid").out())
                .startsWith("flowchart TB")
                .contains("decide-owner", "conversations", "triage.dead-letters");
        assertThat(baton("topology", "--describe").out()).contains("Sub-topology", "decide-owner");
    }

    @Test
    void settingsAreListed() {
        Ended ended = baton("run", "--settings");

        assertThat(ended.status()).isZero();
        assertThat(ended.out()).contains("kafka.*", "registry.url", "startup.wait");
    }

    @Test
    void completionIsAShellScript() {
        assertThat(baton("completion").out()).contains("complete -F", "replay");
    }
}

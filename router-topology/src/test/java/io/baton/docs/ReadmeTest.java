// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.names.Topics;
import io.baton.policyfile.DefaultPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/** The README stays short and says what the code says. */
class ReadmeTest {

    private static final Path ROOT = Path.of("..");

    private final List<String> readme = Files.readAllLines(ROOT.resolve("README.md"));

    ReadmeTest() throws IOException {}

    @Test
    void isAtMost180LinesLong() {
        assertThat(readme).hasSizeLessThanOrEqualTo(180);
    }

    @Test
    void theTableOfTopicsIsThatOfTheCode() {
        List<String> code = new Topics(Topics.DEFAULT_PREFIX)
                .all(new ArrayList<>(DefaultPolicy.ruleset().queues().keySet())).stream()
                        .map(spec -> "| `%s` | %s | %s | %s |"
                                .formatted(
                                        spec.name(),
                                        spec.direction().name().toLowerCase(Locale.ROOT),
                                        spec.key(),
                                        spec.what()))
                        .toList();

        assertThat(readme.stream().filter(line -> line.startsWith("| `triage.")).toList())
                .containsExactlyElementsOf(code);
    }

    @Test
    void everyDecisionRecordIsInTheIndexAndOnlyThose() throws IOException {
        String index = Files.readString(ROOT.resolve("docs/adr/README.md"));
        try (var files = Files.list(ROOT.resolve("docs/adr"))) {
            List<String> records = files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("README.md"))
                    .sorted()
                    .toList();
            assertThat(records)
                    .isNotEmpty()
                    .allSatisfy(name -> assertThat(index).contains("(" + name + ")"));
            assertThat(index.lines().filter(line -> line.contains(".md)")).count())
                    .isEqualTo(records.size());
        }
    }

    @Test
    void everyPathItNamesExists() {
        for (String path : List.of("schemas", "router-topology", "deploy/baton.yaml", "docs/adr", "baton", "LICENSE")) {
            assertThat(ROOT.resolve(path)).exists();
        }
    }
}

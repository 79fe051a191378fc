// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The page of figures says what the code counts. */
final class MetricsPageTest {

    private static final Path PAGE = Path.of("..", "docs", "metrics.md");

    @Test
    @Tag("M30")
    void theTableOfThePageIsThatOfTheCode() throws IOException {
        List<String> page = Files.readAllLines(PAGE);

        assertThat(page.subList(page.indexOf(table().get(0)), page.size()))
                .as("the table as the code has it:%n%s", String.join("\n", table()))
                .isEqualTo(table());
    }

    private static List<String> table() {
        List<String> lines = new ArrayList<>(List.of(
                "| figure | numerator | denominator | left out | unit | basis | scope | channels | for |",
                "|---|---|---|---|---|---|---|---|---|"));
        Arrays.stream(Measures.values()).map(MetricsPageTest::line).forEach(lines::add);
        return lines;
    }

    private static String line(Measures measure) {
        String channels = measure.channels().size() == 3
                ? "all"
                : measure.channels().stream()
                        .map(channel -> channel.name().toLowerCase(Locale.ROOT))
                        .collect(Collectors.joining(", "));
        return "| `%s` %s | %s | %s | %s | %s | %s | %s | %s | %s |"
                .formatted(
                        measure.id() + (measure.family() ? ".*" : ""),
                        measure.definition(),
                        measure.numerator(),
                        measure.denominator(),
                        measure.excluded(),
                        measure.unit(),
                        measure.basis().name().toLowerCase(Locale.ROOT),
                        measure.aggregate() ? "aggregate" : "channel",
                        channels,
                        measure.capability());
    }
}

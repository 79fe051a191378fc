// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bench.measure.Variant;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {

    private final StringWriter said = new StringWriter();
    private final CommandLine line =
            Bench.commandLine().setOut(new PrintWriter(said, true)).setErr(new PrintWriter(said, true));

    @Test
    void helpNamesEveryVariant() {
        assertThat(line.execute("--help")).isZero();

        for (Variant variant : Variant.values()) {
            assertThat(said.toString()).contains(variant.id());
        }
    }

    @Test
    void anUnknownVariantIsWrongUsage() {
        assertThat(line.execute("--only", "routerFast")).isEqualTo(2);

        assertThat(said.toString()).contains("no variant routerFast", "routerGiven");
    }

    @Test
    void flinkThatWasNotBuiltEndsWithTheLineThatBuildsIt() {
        assertThat(line.execute("--only", "flink")).isEqualTo(2);

        assertThat(said.toString()).contains("mvn -q -Pflink -pl bench-flink -am package");
    }

    @Test
    void noRoundsAreWrongUsage() {
        assertThat(line.execute("--rounds", "0")).isEqualTo(2);
    }
}

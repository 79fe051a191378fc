// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page is small, and made of nothing that has to be built. */
class PageSizeTest {

    private static final Logger LOG = LoggerFactory.getLogger(PageSizeTest.class);

    private static final Path PAGE = Path.of("src/main/resources/console");
    private static final int MOST = 150_000;

    @Test
    void allOfThePageTogetherIsUnder150KilobytesOnTheWire() throws IOException {
        long sum = 0;
        for (Path file : files()) {
            sum += packed(Files.readAllBytes(file));
        }

        LOG.info("measured: the page, bytes after gzip {}", Long.toString(sum));
        assertThat(sum).isPositive().isLessThan(MOST);
    }

    @Test
    void noFileOfOursPutsTextInAsMarkup() throws IOException {
        for (Path file : files()) {
            if (file.toString().endsWith(".js") && !file.toString().contains("vendor")) {
                assertThat(Files.readString(file))
                        .as(file.toString())
                        .doesNotContain(
                                "innerHTML",
                                "outerHTML",
                                "insertAdjacentHTML",
                                "document.write",
                                "eval(",
                                "new Function");
            }
        }
    }

    private static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(PAGE)) {
            return all.filter(Files::isRegularFile).toList();
        }
    }

    private static long packed(byte[] bytes) throws IOException {
        ByteArrayOutputStream into = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(into)) {
            gzip.write(bytes);
        }
        return into.size();
    }
}

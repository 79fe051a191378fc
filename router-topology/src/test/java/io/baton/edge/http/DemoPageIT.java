// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What somebody sees who starts the demo and opens the page at once. */
class DemoPageIT {

    private static final Logger LOG = LoggerFactory.getLogger(DemoPageIT.class);

    @Test
    void theFirstEscalationOfTheDemoAppearsWithoutReload() throws Exception {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "no Chromium on the PATH: the page is not tested (apt install chromium)");
        CompletableFuture<Long> told = new CompletableFuture<>();
        try (RunningDemo demo = new RunningDemo(line -> {
                    if (line.contains("handed over to")) {
                        told.complete(System.currentTimeMillis());
                    }
                });
                Browser browser = new Browser(chromium.get(), 1280, 900)) {
            browser.before(
                    "new MutationObserver((seen, watch) => { const row = document.querySelector('.rows li[data-id]'); if (row) {"
                            + " watch.disconnect(); window.first = { id: row.dataset.id, at: Date.now() }; } })"
                            + ".observe(document, { childList: true, subtree: true }); window.loads = (window.loads ?? 0) + 1");
            browser.open(demo.address().resolve("/#/inbox"));

            browser.until("window.first !== undefined");

            assertThat(browser.look("window.loads").asInt()).isEqualTo(1);
            assertThat(browser.look("document.getElementById('note').textContent")
                            .asText())
                    .contains("made up");
            long line = told.get(60, TimeUnit.SECONDS);
            LOG.info(
                    "measured: first row, ms after the demo's own line of the same record {}",
                    Long.toString(browser.look("window.first.at").asLong() - line));
        }
    }
}

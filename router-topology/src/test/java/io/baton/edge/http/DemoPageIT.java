// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.baton.lab.demo.Demo;
import io.baton.runtime.ChosenPolicy;
import java.net.URI;
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

    private static final int SPEED = 40;

    @Test
    void theFirstEscalationOfTheDemoAppearsWithoutReload() throws Exception {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "no Chromium on the PATH: the page is not tested (apt install chromium)");
        CompletableFuture<URI> address = new CompletableFuture<>();
        CompletableFuture<Long> told = new CompletableFuture<>();
        Demo demo =
                new Demo(new Demo.Options(SPEED, Optional.empty(), 0, 0, ChosenPolicy.of(Optional.empty())), line -> {
                    if (line.contains("Open this")) {
                        address.complete(
                                URI.create(line.replace("Open this", "").trim()));
                    } else if (line.contains("handed over to")) {
                        told.complete(System.currentTimeMillis());
                    }
                });
        Thread stage = new Thread(
                () -> {
                    try {
                        demo.run();
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                },
                "demo");
        stage.start();
        try (Browser browser = new Browser(chromium.get(), 1280, 900)) {
            browser.before(
                    "new MutationObserver((seen, watch) => { const row = document.querySelector('.rows li[data-id]'); if (row) {"
                            + " watch.disconnect(); window.first = { id: row.dataset.id, at: Date.now() }; } })"
                            + ".observe(document, { childList: true, subtree: true }); window.loads = (window.loads ?? 0) + 1");
            browser.open(address.get(60, TimeUnit.SECONDS).resolve("/#/inbox"));

            browser.until("window.first !== undefined");

            assertThat(browser.look("window.loads").asInt()).isEqualTo(1);
            assertThat(browser.look("document.getElementById('note').textContent")
                            .asText())
                    .contains("made up");
            long line = told.get(60, TimeUnit.SECONDS);
            LOG.info(
                    "measured: first row, ms after the demo's own line of the same record {}",
                    Long.toString(browser.look("window.first.at").asLong() - line));
        } finally {
            demo.stop();
            stage.join();
        }
    }
}

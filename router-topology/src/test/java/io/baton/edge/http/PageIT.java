// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser, over a real router; skipped where no Chromium is installed. */
class PageIT {

    private static Served served;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "no Chromium on the PATH: the page is not tested (apt install chromium)");
        served = new Served();
        browser = new Browser(chromium.get(), 1280, 900);
    }

    @AfterAll
    static void close() throws Exception {
        if (browser != null) {
            browser.close();
            served.close();
        }
    }

    private static String row(String conversation) {
        return "document.querySelector('.rows li[data-id=\"" + conversation + "\"]')";
    }

    private static void openInbox() throws InterruptedException {
        browser.open(served.address("/#/alerts"));
        browser.open(served.address("/#/inbox"));
        browser.until("document.querySelector('.state')?.classList.contains('here') ?? false");
    }

    @Test
    void anEscalationAppearsWithoutReload() throws Exception {
        openInbox();
        browser.look("window.loadedOnce = true");

        served.handOver("page-1", "A person please");

        browser.until(row("page-1") + " !== null");
        assertThat(browser.look("window.loadedOnce === true").asBoolean()).isTrue();
    }

    @Test
    @Tag("H11")
    void aPacketIsOpenedAcceptedAndResolvedByKeyboardAlone() throws Exception {
        served.handOver("page-2", "I want a person");
        openInbox();
        browser.until(row("page-2") + " !== null");

        for (int i = 0;
                i < 50
                        && !browser.look(row("page-2") + ".contains(document.activeElement)")
                                .asBoolean();
                i++) {
            browser.press("j");
        }
        browser.press("Enter");
        browser.until("document.querySelector('.packet .status')?.textContent.startsWith('waiting') ?? false");
        assertThat(browser.look("document.querySelector('.packet > *').classList.contains('head')")
                        .asBoolean())
                .as("the mood comes first")
                .isTrue();
        browser.press("a");
        browser.until("document.querySelector('.packet .status')?.textContent.startsWith('accepted') ?? false");
        browser.press("r");
        browser.until("document.querySelector('dialog[open]') !== null");
        browser.press("Enter");

        browser.until("document.querySelector('.packet .status')?.textContent.startsWith('resolved') ?? false");
    }

    @Test
    void whatACustomerWroteStaysText() throws Exception {
        served.handOver(
                "page-3", "<img src=x onerror='window.broken=1'><script>window.broken=1</script> a person please");
        browser.open(served.address("/#/inbox/page-3"));

        browser.until("document.querySelector('.transcript .text')?.textContent.includes('<script>') ?? false");

        assertThat(browser.look(
                                "window.broken === undefined && document.querySelectorAll('main script, main img').length === 0")
                        .asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @CsvSource({"automated, escalation-rate", "human, human-wait"})
    @Tag("M27")
    void aDashboardDrawsTheFiguresOfItsTopic(String dashboard, String measure) throws Exception {
        served.handOver("figures-" + dashboard, "A person please");
        JsonNode waiting = served.await(
                "/api/v1/conversations/figures-" + dashboard,
                seen -> seen.path("status").asText().equals("waiting"));
        served.post(
                "/api/v1/escalations/"
                        + waiting.path("packet").path("escalationId").asText().replace("/", "%2F") + "/accept",
                "{\"revision\":\"" + waiting.path("revision").asText() + "\"}",
                Gate.WRITE_HEADER,
                "1");
        String channel = dashboard.equals("human") ? "automated" : dashboard;
        served.await(
                "/api/v1/figures?channel=" + channel,
                seen -> seen.path("measures")
                                .path("escalated")
                                .path("numerator")
                                .asDouble()
                        > 0);
        browser.open(served.address("/#/" + dashboard));

        browser.until("document.querySelector('.figures .card, .figures .empty') !== null");
        String shown = "document.querySelector('[data-measure=\"" + measure + "\"] [data-numerator]')?.dataset";
        String api = "fetch('/api/v1/figures?channel=" + dashboard + "').then((r) => r.json()).then((f) => f.measures['"
                + measure + "'] ? String(f.measures['" + measure + "'].numerator) === " + shown + "?.numerator : "
                + shown + " === undefined)";
        browser.until(api);
    }
}

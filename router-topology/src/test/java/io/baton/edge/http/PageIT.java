// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page in a real browser, over a real router; skipped where no Chromium is installed. */
class PageIT {

    private static Page page;
    private static Served served;
    private static Browser browser;

    @BeforeAll
    static void open() throws Exception {
        page = Page.open(1280, 900);
        served = page.served;
        browser = page.browser;
    }

    @AfterAll
    static void close() throws Exception {
        if (page != null) {
            page.close();
        }
    }

    @Test
    void anEscalationAppearsWithoutReload() throws Exception {
        page.show("inbox");
        browser.look("window.loadedOnce = true");

        served.handOver("page-1", "A person please");

        browser.until(Page.row("page-1") + " !== null");
        assertThat(browser.look("window.loadedOnce === true").asBoolean()).isTrue();
    }

    @Test
    @Tag("H11")
    void theWholeLoopIsWalkedByKeyboardAlone() throws Exception {
        served.handOver("page-2", "I want a person");
        page.show("alerts");
        browser.press("1");
        browser.until(Page.row("page-2") + " !== null");

        for (int i = 0; i < 50 && !isFocused("page-2"); i++) {
            browser.press("j");
        }
        browser.press("Enter");
        status("waiting");
        assertThat(browser.look("document.querySelector('.packet > *').classList.contains('head')")
                        .asBoolean())
                .as("the mood comes first")
                .isTrue();
        browser.press("a");
        status("accepted");
        browser.press("r");
        browser.until("document.querySelector('dialog[open]') !== null");
        browser.press("Enter");
        status("resolved");
        browser.press("v");
        browser.until("document.querySelector('dialog[open]') !== null");
        browser.press("ArrowDown");
        browser.press("Enter");
        browser.until("[...document.querySelectorAll('.toast')].some((note) => note.textContent === 'Verdict kept')");
        browser.press("Escape");

        browser.until("!document.getElementById('main').classList.contains('with-packet')");
    }

    private static boolean isFocused(String conversation) {
        return browser.look(Page.row(conversation) + "?.contains(document.activeElement)")
                .asBoolean(false);
    }

    private static void status(String status) throws InterruptedException {
        browser.until("document.querySelector('.packet .status')?.textContent.startsWith('" + status + "') ?? false");
    }

    @Test
    void aRestartOfTheRouterDoublesAndLosesNothing() throws Exception {
        served.handOver("before-restart", "A person please");
        page.show("inbox");
        browser.until(Page.row("before-restart") + " !== null");
        browser.look("window.loadedOnce = true");

        served.restart();
        served.handOver("after-restart", "A person please");

        browser.until("document.querySelector('.state').classList.contains('here') && " + Page.row("after-restart")
                + " !== null");
        assertThat(browser.look("window.loadedOnce === true").asBoolean()).isTrue();
        assertThat(browser.look(
                                "[...document.querySelectorAll('.rows li')].filter((row) => row.dataset.id === 'before-restart').length")
                        .asInt())
                .isEqualTo(1);
        assertThat(browser.look("new Set([...document.querySelectorAll('.rows li')].map((row) => row.dataset.id)).size"
                                + " === document.querySelectorAll('.rows li').length")
                        .asBoolean())
                .isTrue();
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

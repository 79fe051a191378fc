// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The page with a thousand open escalations, on narrow and on very wide screens. */
class PageLayoutIT {

    private static final Logger LOG = LoggerFactory.getLogger(PageLayoutIT.class);

    private static final int MANY = 1_000;
    private static final String[] VIEWS = {
        "inbox",
        "inbox/many-7",
        "why/many-7",
        "customer/cust-many-7",
        "automated",
        "human",
        "conversations",
        "alerts",
        "policy",
        "topology",
        "topology/6"
    };

    /** Scrolls through all of the list; milliseconds of a frame, and how many rows are in the document meanwhile. */
    private static final String SCROLLED = """
            new Promise((done) => {
              const list = document.querySelector('.scroller');
              const frames = [];
              let last = performance.now();
              let mostRows = 0;
              const next = (time) => {
                frames.push(Math.round(time - last));
                last = time;
                mostRows = Math.max(mostRows, document.querySelectorAll('.rows li').length);
                list.scrollTop += list.scrollHeight / 120;
                if (frames.length < 120) requestAnimationFrame(next);
                else {
                  const sorted = frames.slice(1).sort((a, b) => a - b);
                  done({ median: sorted[59], p95: sorted[112], slowest: sorted[118], over50ms: sorted.filter((took) => took > 50).length, mostRows });
                }
              };
              requestAnimationFrame(next);
            })
            """;

    private static Page page;

    @BeforeAll
    static void open() throws Exception {
        page = Page.open(1280, 900);
        // When the first row stands in the page, and is painted a frame later.
        page.browser.before("new MutationObserver((seen, watch) => { if (document.querySelector('.rows li[data-id]')) {"
                + " watch.disconnect(); requestAnimationFrame(() => requestAnimationFrame(() => { window.firstRow = performance.now(); })); } })"
                + ".observe(document, { childList: true, subtree: true })");
        for (int i = 0; i < MANY; i++) {
            page.served.handOver(
                    "many-" + i, "Number " + i + " would like a person " + "averylongwordwithoutanyblank".repeat(4));
        }
        page.served.await("/api/v1/inbox", seen -> seen.path("total").asInt() == MANY);
    }

    @AfterAll
    static void close() throws Exception {
        if (page != null) {
            page.close();
        }
    }

    @Test
    void aThousandEscalationsAreAFewRowsInTheDocument() throws Exception {
        page.browser.size(1280, 900);
        page.show("inbox");
        page.browser.until("window.firstRow > 0");
        LOG.info(
                "measured: first row of 1,000 painted, ms {}",
                page.browser.look("Math.round(window.firstRow)").asText());

        assertThat(page.browser
                        .look("document.querySelectorAll('.rows li').length")
                        .asInt())
                .isBetween(5, 40);
        assertThat(page.browser
                        .look("document.querySelector('.rows li').getAttribute('aria-setsize')")
                        .asInt())
                .isEqualTo(MANY);
        JsonNode scrolled = page.browser.look(SCROLLED);
        LOG.info("measured: 120 frames of scrolling through all of them {}", scrolled);
        assertThat(scrolled.path("mostRows").asInt())
                .as("rows in the document at any frame")
                .isBetween(5, 40);
        page.browser.look("document.querySelector('.scroller').scrollTop = 1e9");
        page.browser.until(
                "document.querySelector('.rows li:last-child').getAttribute('aria-posinset') === '" + MANY + "'");
        assertThat(page.browser
                        .look("document.querySelectorAll('.rows li').length")
                        .asInt())
                .isLessThan(40);
    }

    @ParameterizedTest
    @ValueSource(ints = {360, 768, 2_560})
    void noViewIsWiderThanTheScreen(int width) throws Exception {
        page.browser.size(width, 900);
        page.show("alerts");
        for (String view : VIEWS) {
            page.browser.look("location.hash = '#/" + view + "'");
            page.browser.until(
                    "document.querySelector('#main').classList.contains('view-" + view.replaceAll("/.*", "") + "')"
                            + " && !document.querySelector('#main').innerText.match(/Opening …|Reading …/)"
                            + " && document.querySelector('#main').innerText.length > 40");

            assertThat(page.browser
                            .look(
                                    "['html', 'body', '#main', '.inbox', '.packet', '.scroller'].filter((name) =>"
                                            + " [...document.querySelectorAll(name)].some((part) => part.scrollWidth > part.clientWidth + 1)).join(' ')")
                            .asText())
                    .as(view + " at " + width)
                    .isEmpty();
            assertThat(page.browser
                            .look("([...document.querySelectorAll('#main *')].at(-1).scrollIntoView(),"
                                    + " document.getElementById('bar').getBoundingClientRect().top)")
                            .asInt(-1))
                    .as("the bar stays where it is when " + view + " is scrolled to its end")
                    .isZero();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** axe-core over every view of the page, light and dark, wide and narrow. */
class PageAccessibilityIT {

    private static Page page;
    private static String axe = "";

    @BeforeAll
    static void open() throws Exception {
        page = Page.open(1280, 900);
        try (InputStream in = PageAccessibilityIT.class.getResourceAsStream("/axe.min.js")) {
            axe = new String(in.readAllBytes(), UTF_8);
        }
        page.served.handOver("seen-1", "This is useless! I want a person");
        page.served.await(
                "/api/v1/conversations/seen-1",
                seen -> seen.path("status").asText().equals("waiting"));
        page.served.await(
                "/api/v1/figures?channel=automated",
                seen -> seen.path("measures")
                                .path("escalated")
                                .path("numerator")
                                .asDouble()
                        > 0);
    }

    @AfterAll
    static void close() throws Exception {
        if (page != null) {
            page.close();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "inbox, .rows li[data-id]",
        "inbox/seen-1, .transcript",
        "inbox/none, .packet .empty",
        "automated, .figures .card",
        "human, .figures .card",
        "conversations, tbody tr",
        "alerts, .empty",
        "why/seen-1, .gauge",
        "customer/cust-seen-1, .journey",
        "customer/nobody, .empty",
        "policy, .track",
        "topology, .chapter",
        "topology/4, .nodes"
    })
    void noViewHasFindings(String view, String there) throws Exception {
        page.browser.size(1280, 900);
        page.show(view);
        page.browser.until("document.querySelector('" + there + "') !== null");
        for (int width : new int[] {1280, 360}) {
            for (boolean dark : new boolean[] {false, true}) {
                page.browser.size(width, 900);
                page.browser.prefersDark(dark);
                assertThat(findings())
                        .as(view + (dark ? " dark " : " light ") + width)
                        .isEmpty();
            }
        }
    }

    @ParameterizedTest
    @CsvSource({"inbox, .rows li[data-id], ?", "inbox/seen-1, .packet .actions, v"})
    void noDialogHasFindings(String view, String there, String key) throws Exception {
        page.browser.size(1280, 900);
        page.show(view);
        page.browser.until("document.querySelector('" + there + "') !== null");
        page.browser.press(key);
        page.browser.until("document.querySelector('dialog[open]') !== null");

        assertThat(findings()).isEmpty();
    }

    /** Rule, weight and the first elements of each finding. */
    private static List<String> findings() throws IOException {
        page.browser.look(axe + ";0");
        JsonNode seen = page.browser.look(
                "axe.run(document, {resultTypes: ['violations']}).then((found) =>"
                        + " found.violations.map((one) => one.id + ' (' + one.impact + '): '"
                        + " + one.nodes.slice(0, 4).map((node) => node.html.slice(0, 140) + ' ' + node.failureSummary.slice(0, 160)).join(' | ')))");
        List<String> all = new ArrayList<>();
        assertThat(seen.isArray()).as("axe ran: " + seen).isTrue();
        seen.forEach(one -> all.add(one.asText()));
        return all;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A browser has six connections to a host, and people have more tabs than that. */
class ManyTabsIT {

    private static final int TABS = 8;

    @Test
    void eightTabsAreAllServedAndOnlyTheOneThatIsSeenHoldsAConnection() throws Exception {
        try (Page page = Page.open(1280, 900)) {
            List<Tab> tabs = new ArrayList<>();
            for (int i = 0; i < TABS; i++) {
                Tab tab = page.browser.another();
                tab.open(page.served.address("/#/inbox"));
                tab.until("document.querySelector('.state')?.classList.contains('here') ?? false");
                tab.look("window.loadedOnce = true");
                tabs.add(tab);
            }
            assertThat(tabs.get(0).look("document.hidden").asBoolean())
                    .as("a tab behind others is hidden")
                    .isTrue();

            page.served.handOver("for-all-tabs", "A person please");

            for (Tab tab : tabs) {
                tab.front();
                tab.until(Page.row("for-all-tabs") + " !== null && document.querySelector('.state').classList"
                        + ".contains('here')");
                assertThat(tab.look("document.querySelectorAll('.rows li').length")
                                .asInt())
                        .isEqualTo(1);
                assertThat(tab.look("window.loadedOnce === true").asBoolean()).isTrue();
            }
            awaitOneStream(page.served);
            tabs.forEach(Tab::leave);
        }
    }

    /** The server learns that a stream is gone when it next writes to it. */
    private static void awaitOneStream(Served served) throws Exception {
        long end = System.nanoTime() + 30_000_000_000L;
        while (!served.get("/metrics").body().matches("(?s).*viewers\\S* 1\\.0\n.*")) {
            assertThat(System.nanoTime()).as("streams are closed").isLessThan(end);
            Thread.sleep(200);
        }
    }
}

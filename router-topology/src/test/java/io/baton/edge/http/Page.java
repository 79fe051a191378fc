// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** The page of a running router in a real browser. */
final class Page implements AutoCloseable {

    final Served served;
    final Browser browser;

    private Page(Served served, Browser browser) {
        this.served = served;
        this.browser = browser;
    }

    /** Opens it; the test is skipped where no Chromium is installed. */
    static Page open(int width, int height) throws Exception {
        return open(width, height, Served::new);
    }

    /** The same over a router of one's own. */
    static Page open(int width, int height, Callable<Served> router) throws Exception {
        Optional<Path> chromium = Browser.installed();
        assumeTrue(chromium.isPresent(), "no Chromium on the PATH: the page is not tested (apt install chromium)");
        return new Page(router.call(), new Browser(chromium.get(), width, height));
    }

    /** The row of a conversation in the inbox, as an expression. */
    static String row(String conversation) {
        return "document.querySelector('.rows li[data-id=\"" + conversation + "\"]')";
    }

    /** Loads the page anew at a view and waits until it is connected. */
    void show(String view) throws InterruptedException {
        browser.open(java.net.URI.create("about:blank"));
        browser.open(served.address("/#/" + view));
        browser.until("document.querySelector('.state')?.classList.contains('here') ?? false");
    }

    @Override
    public void close() throws Exception {
        browser.close();
        served.close();
    }
}

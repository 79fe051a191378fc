// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Takes the pictures of the documentation from a running demo. */
@EnabledIfSystemProperty(named = "pictures", matches = ".+", disabledReason = "pictures are taken on demand")
class PicturesIT {

    private static final long SETTLES_MILLIS = 400;

    @Test
    void takePictures() throws Exception {
        Path folder = Files.createDirectories(Path.of(System.getProperty("pictures")));
        try (RunningDemo demo = new RunningDemo(line -> {});
                Browser browser = new Browser(Browser.installed().orElseThrow(), 1440, 900)) {
            URI page = demo.address();
            browser.open(page.resolve("/#/inbox"));
            browser.until("document.querySelectorAll('.rows li[data-id]').length >= 5");
            both(browser, folder, "inbox");
            browser.look(
                    "[...document.querySelectorAll('.rows .mood')].sort((a, b) => b.className.localeCompare(a.className))[0]"
                            + ".closest('a').click()");
            browser.until("document.querySelector('.packet .transcript') !== null");
            both(browser, folder, "packet");
            browser.look("document.querySelector('.packet .beside').scrollIntoView({ block: 'center' })");
            both(browser, folder, "transcript");
            for (String dashboard : new String[] {"automated", "human"}) {
                browser.open(page.resolve("/#/" + dashboard));
                browser.until("document.querySelectorAll('.card .plot canvas').length >= 4");
                both(browser, folder, dashboard);
            }
            browser.open(page.resolve("/#/topology"));
            browser.until(
                    "[...document.querySelectorAll('.chapter .rate')].some((rate) => rate.textContent.match(/[1-9]/))");
            both(browser, folder, "topology");
        }
    }

    /** Light, then dark; charts take their colours when they are drawn, so the view is opened anew. */
    private static void both(Browser browser, Path folder, String name) throws Exception {
        browser.picture(folder.resolve(name + ".png"));
        browser.prefersDark(true);
        Thread.sleep(SETTLES_MILLIS);
        browser.picture(folder.resolve(name + "-dark.png"));
        browser.prefersDark(false);
        Thread.sleep(SETTLES_MILLIS);
    }
}

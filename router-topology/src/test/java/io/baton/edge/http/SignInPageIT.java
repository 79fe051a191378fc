// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import io.baton.names.StoreLayout;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.jose4j.jwt.JwtClaims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Signing in as people do it: in the page, with name and password or with a token of their provider. */
class SignInPageIT {

    private static final String DIALOG = "document.querySelector('dialog[open]')";
    private static final String CONNECTED = "document.querySelector('.state')?.classList.contains('here') ?? false";

    @TempDir
    Path folder;

    private static void isTold(Tab tab, String text) throws InterruptedException {
        tab.until("document.querySelector('dialog[open] [role=alert]')?.textContent === '" + text + "'");
    }

    private static Page open(Provider provider) throws Exception {
        return Page.open(1280, 900, () -> new Served(provider.layout(), StoreLayout.PACKED));
    }

    /** The inbox in a tab in which nobody has signed in. */
    private static void opensInbox(Page page, Tab tab) throws InterruptedException {
        tab.open(page.served.address("/#/inbox"));
        opensDialog(tab);
    }

    private static void opensDialog(Tab tab) throws InterruptedException {
        tab.until(DIALOG + "?.contains(document.activeElement) ?? false");
    }

    @Test
    void aNameAndItsPasswordOpenThePageAndStayInTheTab() throws Exception {
        Path people = folder.resolve("people");
        Files.writeString(
                people, "anna:agent:" + BCrypt.withDefaults().hashToString(4, "anna's secret ü".toCharArray()) + "\n");
        try (Page page = Page.open(1280, 900, () -> new Served(people))) {
            Browser browser = page.browser;
            opensInbox(page, browser);

            signIn(browser, "anna", "a guess");
            isTold(browser, "Name or password is wrong.");
            signIn(browser, "anna", "anna's secret ü");

            browser.until(CONNECTED);
            page.served.handOver("signed-in", "A person please");
            browser.until(Page.row("signed-in") + " !== null");
            assertThat(browser.look("localStorage.length + document.cookie.length")
                            .asInt())
                    .as("what is kept outside of the tab")
                    .isZero();
            Tab another = browser.another();
            opensInbox(page, another);
            another.leave();
        }
    }

    private static void signIn(Tab tab, String name, String password) {
        tab.look(DIALOG + ".querySelector('[name=name]').focus()");
        tab.type(name);
        tab.press("Tab");
        tab.type(password);
        tab.press("Enter");
    }

    private static void signIn(Tab tab, String token) {
        tab.look(DIALOG + ".querySelector('[name=password]').focus()");
        tab.type(token);
        tab.press("Enter");
    }

    @Test
    void aTokenOpensThePageUntilItExpires() throws Exception {
        try (Provider provider = new Provider();
                Page page = open(provider)) {
            Browser browser = page.browser;
            opensInbox(page, browser);
            browser.look("window.loadedOnce = true");
            assertThat(browser.look(DIALOG + ".querySelector('[name=name]') === null")
                            .asBoolean())
                    .as("nobody is asked for a name where only tokens count")
                    .isTrue();

            signIn(browser, "<img src=x onerror='window.broken=1'>");
            isTold(
                    browser,
                    "The token cannot be accepted: it is malformed, or signed with a key or in a way that is not known here.");
            opensDialog(browser);
            JwtClaims claims = Provider.claims("anna", "support");
            // The clocks of both may differ by half a minute: so it is good for a few seconds more.
            claims.setExpirationTime(Provider.fromNow(Duration.ofSeconds(-22)));
            signIn(browser, provider.token(claims));
            browser.until(CONNECTED);

            isTold(browser, "The token has expired.");
            opensDialog(browser);
            signIn(browser, provider.token(Provider.claims("anna", "support")));
            browser.until(CONNECTED);
            page.served.handOver("after-expiry", "A person please");
            browser.until(Page.row("after-expiry") + " !== null");
            assertThat(browser.look("window.loadedOnce === true && window.broken === undefined")
                            .asBoolean())
                    .as("the page was not loaded anew, and nothing typed has run")
                    .isTrue();
        }
    }

    @Test
    void aTokenWithoutARoleIsToldWhatIsMissing() throws Exception {
        try (Provider provider = new Provider();
                Page page = open(provider)) {
            opensInbox(page, page.browser);

            signIn(page.browser, provider.token(Provider.claims("max", "kitchen")));

            page.browser.until("document.getElementById('main').innerText.includes('realm_access.roles')");
            page.browser.look("document.querySelector('#main button').click()");
            opensDialog(page.browser);
        }
    }
}

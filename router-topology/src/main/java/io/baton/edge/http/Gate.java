// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who may come in. A page of another origin may not write here, nor read through a name that it has made point to this machine.
 */
final class Gate {

    /** What a page of ours sends with each write; a form of another page cannot. */
    static final String WRITE_HEADER = "Baton-Console";

    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Set<String> SAME_SITE = Set.of("same-origin", "none");
    private static final Set<String> READING = Set.of("GET", "HEAD");

    private final Access access;
    private final RateLimit limit;
    private final boolean loopbackOnly;

    /** @param loopbackOnly whether requests must name this machine as their host, since nobody has to sign in */
    Gate(Access access, RateLimit limit, boolean loopbackOnly) {
        this.access = access;
        this.limit = limit;
        this.loopbackOnly = loopbackOnly;
    }

    /**
     * Lets a request in or throws a {@link Problem}. Files of the page lie in memory and do not count as queries: a limit that met one of
     * them would leave a page that is half there.
     *
     * @param route the address that is asked for; null for the files of the page
     */
    void admit(Exchange exchange, @Nullable Route route) {
        if (loopbackOnly && !LOOPBACK.contains(host(exchange))) {
            throw Problem.forbidden(
                    "without access control only this machine itself is served, as 127.0.0.1 or localhost");
        }
        if (route != null) {
            limit.take(exchange.remote());
        }
        if (!READING.contains(exchange.method())) {
            mustBeOurPage(exchange);
        }
        Role least = route == null ? null : route.least();
        if (least == null) {
            return;
        }
        exchange.identity(access.identify(exchange));
        if (!exchange.identity().role().includes(least)) {
            throw Problem.forbidden("this needs the role " + least.text() + ", yours is "
                    + exchange.identity().role().text());
        }
    }

    /** What who has not signed in is told to send. */
    String challenge() {
        return access.challenge();
    }

    private static String host(Exchange exchange) {
        String host = exchange.header("Host");
        if (host == null) {
            return "";
        }
        int colon = host.lastIndexOf(':');
        String name = colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
        return name.toLowerCase(Locale.ROOT);
    }

    private static void mustBeOurPage(Exchange exchange) {
        if (exchange.header(WRITE_HEADER) == null) {
            throw Problem.forbidden(
                    "a write must carry the header " + WRITE_HEADER + ", so that no other page can send it");
        }
        String site = exchange.header("Sec-Fetch-Site");
        if (site != null && !SAME_SITE.contains(site)) {
            throw Problem.forbidden("a write must come from the console's own page");
        }
        String origin = exchange.header("Origin");
        if (origin != null && !origin.endsWith("://" + exchange.header("Host"))) {
            throw Problem.forbidden("a write must come from the console's own page");
        }
    }
}

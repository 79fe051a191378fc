// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who did what and who read what, for those who must answer for it; never what was read or written. */
final class Audit {

    private static final Logger LOG = LoggerFactory.getLogger("io.baton.audit");

    private Audit() {}

    static void write(Exchange exchange, String action, String subject) {
        record("write", exchange, action, subject);
    }

    static void reveal(Exchange exchange, String what, String subject) {
        record("reveal", exchange, what, subject);
    }

    private static void record(String kind, Exchange exchange, String action, String subject) {
        LOG.info(
                "audit-{} who={} role={} action={} subject={}",
                kind,
                plain(exchange.identity().name()),
                exchange.identity().role().text(),
                plain(action),
                plain(subject));
    }

    /** Ids come from outside: nothing in them may begin another line. */
    private static String plain(String text) {
        return text.replaceAll("[^\\p{Graph}]", "_");
    }
}

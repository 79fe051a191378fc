// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.audit;

import io.baton.policy.ruleset.Ruleset;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The ticket-mix audit: which kinds of tickets there are and which of them to automate first (R04, R20, M29). */
public final class Audit {

    private Audit() {}

    /** Names that columns can be mapped to. */
    public static Set<String> columns() {
        return TicketFile.COLUMNS.keySet();
    }

    /**
     * Reads tickets, CSV by the ending {@code .csv} and recorded events otherwise, and says what they are.
     *
     * @param mapping what a CSV column says to its header
     * @param out where {@code audit.json}, {@code audit.html} and {@code policy.yaml} go; empty = nowhere
     * @return the audit as a table for a terminal
     * @throws IOException when a file cannot be read or written
     * @throws AuditRefusedException when an export lacks columns or holds what cannot be read
     */
    public static String run(List<Path> files, Map<String, String> mapping, Ruleset rules, Optional<Path> out)
            throws IOException {
        List<Ticket> tickets = new ArrayList<>();
        List<Path> recorded = new ArrayList<>();
        for (Path file : files) {
            if (file.toString().endsWith(".csv")) {
                tickets.addAll(TicketFile.read(file, mapping));
            } else {
                recorded.add(file);
            }
        }
        if (!recorded.isEmpty()) {
            tickets.addAll(RecordedTickets.read(recorded));
        }
        Mix mix = Mix.of(tickets, rules);
        if (out.isPresent()) {
            Files.createDirectories(out.get());
            Files.writeString(out.get().resolve("audit.json"), AuditPage.json(mix));
            Files.writeString(out.get().resolve("audit.html"), AuditPage.html(mix));
            Files.writeString(out.get().resolve("policy.yaml"), AuditPage.policy(mix));
        }
        return AuditPage.terminal(mix);
    }
}

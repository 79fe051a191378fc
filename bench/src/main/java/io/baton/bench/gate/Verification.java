// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.gate;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The correctness gate. Runs that were given the same events must have written the same; otherwise one of them saved work,
 * and no figure of this bench is worth printing.
 */
public final class Verification {

    /**
     * What events must lead to, by how they were made.
     *
     * @param conversations how many they begin; -1 where the program counts none
     * @param refused records among them that must be refused
     */
    public record Expected(long conversations, long refused) {}

    private record First(String run, Evidence evidence) {}

    private final Map<String, First> firsts = new HashMap<>();
    /** The first of each group that is compared to the last byte: some programs decide the same and write less. */
    private final Map<String, First> wordings = new HashMap<>();

    private final List<String> differences = new ArrayList<>();
    private int runs;

    /**
     * Holds one run against the first of the same group.
     *
     * @param group runs that must agree: the same events through the same rules
     * @param run name of this run
     */
    public void add(String group, String run, Evidence evidence, Expected expected) {
        runs++;
        if (evidence.refused() != expected.refused()) {
            differences.add(
                    run + ": " + evidence.refused() + " dead letters, where there must be " + expected.refused());
        }
        if (evidence.missed() != 0) {
            differences.add(run + ": " + evidence.missed()
                    + " conversations were not handed over although the customer asked for a human");
        }
        long conversations = expected.conversations();
        if (conversations >= 0 && evidence.started() != conversations) {
            differences.add(run + ": the metric \"started\" adds up to " + evidence.started() + ", the events begin "
                    + conversations + " conversations");
        }
        if (evidence.escalations() == 0) {
            differences.add(run + ": nothing was handed over, so nothing can be compared");
        }
        First first = firsts.putIfAbsent(group, new First(run, evidence));
        if (first != null) {
            compare(first, run, evidence);
        }
        if (!evidence.wording().isEmpty()) {
            First worded = wordings.putIfAbsent(group, new First(run, evidence));
            if (worded != null && !worded.evidence().wording().equals(evidence.wording())) {
                differences.add(run + ": its hand-overs are not the bytes that " + worded.run() + " wrote");
            }
        }
    }

    private void compare(First first, String run, Evidence found) {
        Evidence expected = first.evidence();
        if (expected.escalations() != found.escalations()) {
            differences.add(
                    run + ": " + found.escalations() + " escalations, " + first.run() + ": " + expected.escalations());
        } else if (!expected.digest().equals(found.digest())) {
            differences.add(run + ": digest of the escalations " + found.digest() + ", " + first.run() + ": "
                    + expected.digest());
        }
    }

    /** One line each; empty where all runs agree. */
    public List<String> differences() {
        return List.copyOf(differences);
    }

    /** How many runs were held against each other. */
    public int runs() {
        return runs;
    }

    /** What each group has in common. */
    public Map<String, Evidence> evidence() {
        Map<String, Evidence> found = new HashMap<>();
        firsts.forEach((group, first) -> found.put(group, first.evidence()));
        return found;
    }
}

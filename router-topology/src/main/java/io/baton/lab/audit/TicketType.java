// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.audit;

import java.util.List;

/**
 * What the past says of one kind of ticket.
 *
 * @param share of all tickets, 0 to 1
 * @param medianMinutes time the middle one took; 0 where none is known
 * @param hours time all of them took together, those of unknown length at the median
 * @param complexity 1 to 5: the policy's, or read from times and the variety of solutions
 * @param solutions what solved them, most frequent first
 * @param topShare share of the first of them among those that are known, 0 to 1
 * @param humanShare share in which a human took part
 * @param out whether it takes much longer than its complexity lets expect (R20)
 * @param tier proposed tier
 * @param why the three questions (R05) and their answers
 */
record TicketType(
        String type,
        int count,
        double share,
        double medianMinutes,
        double hours,
        int complexity,
        List<Solution> solutions,
        double topShare,
        double humanShare,
        boolean out,
        int tier,
        String why) {

    /** What solved tickets, and how many. */
    record Solution(String name, int count) {}

    /** Hours that automation could take over: of tickets with one clear answer, their share of it. */
    double candidateHours() {
        return tier == 1 ? hours * topShare : 0;
    }
}

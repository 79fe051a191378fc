// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

/**
 * What is remembered of a customer, and for how long. Times are milliseconds.
 *
 * @param repeatWithin span in which contacts about the same issue are counted (T13); one that began exactly so long ago no
 *     longer counts
 * @param prefersHumanAfter hand-overs from which a customer is taken to prefer people (S09), 1 or more
 * @param prefersHumanWithin span in which these hand-overs are counted; one that lies exactly so long back still counts
 * @param keepContacts how long a contact that is over is kept, counted from its last hand-over or its start
 * @param keepSurveys how long the answer to a survey counts, counted likewise
 * @param keepSignals how long a product signal is kept
 * @param mostContacts most contacts kept of a customer
 * @param mostSignals most product signals kept of a customer
 */
public record JourneyRule(
        long repeatWithin,
        int prefersHumanAfter,
        long prefersHumanWithin,
        long keepContacts,
        long keepSurveys,
        long keepSignals,
        int mostContacts,
        int mostSignals) {}

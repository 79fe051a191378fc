// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.gate;

/**
 * What a run has written.
 *
 * @param escalations how many conversations were handed over, each episode once
 * @param digest of all of them, whatever order they came in: id, conversation, reasons and version of the policy
 * @param wording digest of all of them to the last byte; empty where nobody else writes the same bytes
 * @param started total of the metric of that name, over all windows; -1 where the program keeps none
 * @param refused dead letters
 * @param missed conversations in which the customer asked for a human and that were never handed over
 */
public record Evidence(long escalations, String digest, String wording, long started, long refused, long missed) {}

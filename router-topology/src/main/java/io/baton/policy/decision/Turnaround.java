// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.decision;

/**
 * The smallest single change that would have turned a verdict.
 *
 * @param kind signal-removed, signal-added, threshold or hard-trigger
 * @param subject which signal or setting
 * @param from what it was
 * @param to what it would have to be
 * @param text the same in one sentence
 */
public record Turnaround(String kind, String subject, double from, double to, String text) {}

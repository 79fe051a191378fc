// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

/**
 * Limits of intake and timers.
 *
 * @param futureToleranceMillis how far ahead of its arrival an event may lie before its time is clamped
 * @param maxTextChars longest text that is accepted
 * @param idleCloseMillis a conversation without events for this long is closed as abandoned
 * @param durableMillis time without a reopening after which an outcome is durable
 */
public record TimingRule(long futureToleranceMillis, int maxTextChars, long idleCloseMillis, long durableMillis) {}

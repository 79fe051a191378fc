// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import org.jspecify.annotations.Nullable;

/**
 * Limits of intake and timers.
 *
 * @param futureToleranceMillis how far ahead of its arrival an event may lie before its time is clamped
 * @param maxTextChars longest text that is accepted
 * @param idleCloseMillis a conversation without events for this long is closed as abandoned
 * @param durableMillis time without a reopening or a new contact about the same issue after which an outcome is durable
 * @param calendar opening hours that business clocks of figures go by; null = always open
 */
public record TimingRule(
        long futureToleranceMillis,
        int maxTextChars,
        long idleCloseMillis,
        long durableMillis,
        @Nullable String calendar) {

    /** One whose clocks never stop. */
    public TimingRule(long futureToleranceMillis, int maxTextChars, long idleCloseMillis, long durableMillis) {
        this(futureToleranceMillis, maxTextChars, idleCloseMillis, durableMillis, null);
    }
}

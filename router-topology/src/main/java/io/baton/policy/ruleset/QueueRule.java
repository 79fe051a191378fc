// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import org.jspecify.annotations.Nullable;

/**
 * A queue that agents serve; its packets go to the topic {@code escalations.<id>}.
 *
 * @param priority 1 (first) to 5, where route and segment say nothing else
 * @param skill skill an agent needs; null = any
 * @param calendar opening hours; null = always open
 * @param ladder what happens when nobody is there; null = wait
 */
public record QueueRule(
        String id,
        String title,
        int priority,
        @Nullable String skill,
        @Nullable String calendar,
        @Nullable String ladder) {}

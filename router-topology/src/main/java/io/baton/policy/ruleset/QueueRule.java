// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A queue that agents serve; its packets go to the topic {@code escalations.<id>}.
 *
 * @param priority 1 (first) to 5, where route and segment say nothing else
 * @param skill skill an agent needs; null = any
 * @param calendar opening hours; null = always open
 * @param ladder what happens when nobody is there; null = wait
 * @param targets response targets of its own, seconds by segment, and by {@value #ANY_SEGMENT} for all others; empty = those of
 *     the segments
 */
public record QueueRule(
        String id,
        String title,
        int priority,
        @Nullable String skill,
        @Nullable String calendar,
        @Nullable String ladder,
        Map<String, Long> targets) {

    /** Key of the target for segments that have none of their own here. */
    public static final String ANY_SEGMENT = "default";

    /** A queue with the targets of the segments. */
    public QueueRule(
            String id,
            String title,
            int priority,
            @Nullable String skill,
            @Nullable String calendar,
            @Nullable String ladder) {
        this(id, title, priority, skill, calendar, ladder, Map.of());
    }

    /** Target for the first human answer to a customer of the segment, seconds; 0 = none. */
    public long responseSeconds(SegmentRule segment) {
        Long own = targets.get(segment.id());
        Long target = own != null ? own : targets.get(ANY_SEGMENT);
        return target != null ? target : segment.responseSeconds();
    }
}

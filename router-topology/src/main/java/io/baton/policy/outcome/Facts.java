// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Channel;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of one conversation while they are gathered. */
record Facts(OutcomeView view, List<Fact> list) {

    /** In the channel of the path that the conversation began on. */
    void start(Measures measure, long at, long numerator, long denominator) {
        add(measure, "", ChannelLabel.of(view.startPath()), at, numerator, denominator);
    }

    /** In the channel of the path it began on, under a name. */
    void start(Measures measure, String name, long at, long numerator, long denominator) {
        add(measure, name, ChannelLabel.of(view.startPath()), at, numerator, denominator);
    }

    /** In the channel of the label. */
    void end(Measures measure, long at, long numerator, long denominator) {
        add(measure, "", view.workedBy(), at, numerator, denominator);
    }

    /** In the channel of the label, where there is an answer to count. */
    void answer(Measures measure, long at, @Nullable Integer points) {
        if (points != null) {
            end(measure, at, points, 1);
        }
    }

    void add(Measures measure, String name, Channel channel, long at, long numerator, long denominator) {
        list.add(new Fact(measure, name, channel, at, view.category(), view.segment(), numerator, denominator));
    }

    static long one(boolean holds) {
        return holds ? 1 : 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Channel;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The facts of one conversation while they are gathered; used by one thread. */
final class Facts {

    private final OutcomeView view;
    private final List<Fact> list;
    private final List<Where> places = new ArrayList<>(4);
    private @Nullable Where latest;

    /** @param most how many facts there will hardly be more than */
    Facts(OutcomeView view, int most) {
        this.view = view;
        this.list = new ArrayList<>(most);
    }

    OutcomeView view() {
        return view;
    }

    List<Fact> list() {
        return list;
    }

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
        list.add(new Fact(measure, name, where(channel, at), numerator, denominator));
    }

    /** Mostly that of the fact before. */
    private Where where(Channel channel, long at) {
        Where where = latest != null && is(latest, channel, at) ? latest : find(channel, at);
        latest = where;
        return where;
    }

    private Where find(Channel channel, long at) {
        for (Where known : places) {
            if (is(known, channel, at)) {
                return known;
            }
        }
        Where where = new Where(channel, at, view.category(), view.segment());
        places.add(where);
        return where;
    }

    private static boolean is(Where where, Channel channel, long at) {
        return where.channel() == channel && where.at() == at;
    }

    static long one(boolean holds) {
        return holds ? 1 : 0;
    }
}

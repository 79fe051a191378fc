// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import io.baton.state.Handover;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where an escalation stands, in the order of the schema: that order is the layout. */
final class HandoverPart {

    private static final int WIDENED = 1;
    private static final int ASYNCHRONOUS = 2;
    private static final int DUE = 4;

    private HandoverPart() {}

    static void write(Tail t, Handover h) {
        Long due = h.getDueAt();
        t.oneByte((h.getWidened() ? WIDENED : 0) | (h.getAsynchronous() ? ASYNCHRONOUS : 0) | (due != null ? DUE : 0));
        t.number(h.getEpisode());
        t.signed(h.getAt());
        t.text(h.getFirstQueue());
        t.text(h.getQueue());
        t.number(h.getPriority());
        if (due != null) {
            t.signed(due - h.getAt());
        }
        t.number(h.getRevision());
        t.signed(h.getChangedAt() - h.getAt());
        t.text(h.getCause());
        t.number(h.getStep());
        t.number(h.getReAsked().size());
        h.getReAsked().forEach(t::text);
    }

    static Handover read(Scan s) {
        int flags = s.oneByte();
        Handover h = new Handover();
        h.setWidened((flags & WIDENED) != 0);
        h.setAsynchronous((flags & ASYNCHRONOUS) != 0);
        h.setEpisode(s.number());
        h.setAt(s.signed());
        h.setFirstQueue(s.word());
        h.setQueue(s.word());
        h.setPriority(s.number());
        h.setDueAt((flags & DUE) != 0 ? h.getAt() + s.signed() : null);
        h.setRevision(s.number());
        h.setChangedAt(h.getAt() + s.signed());
        h.setCause(s.word());
        h.setStep(s.number());
        h.setReAsked(words(s));
        return h;
    }

    private static List<@Nullable String> words(Scan s) {
        int count = s.count(1);
        List<@Nullable String> words = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            words.add(s.word());
        }
        return words;
    }
}

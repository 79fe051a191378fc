// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import io.baton.state.IncidentTouch;
import io.baton.state.RecentContacts;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * Fields that came after layout 1, at the end of the tail: the number of the field, then what it holds. A field that holds
 * what it holds by default is not written, so a state that needs none of them has the bytes it always had, and an image from
 * before them is read as it was meant. Numbers are stored and may not change; a new field takes the next one that is free.
 */
final class LaterPart {

    private static final int RECENT_CONTACTS = 1;
    private static final int LAST_CSAT = 2;
    private static final int ESCALATIONS = 3;
    private static final int HANDOVER = 4;
    private static final int INCIDENTS = 7;
    private static final int TEXT_COURSE = 5;
    private static final int TAKEN_BACK = 6;

    /** Has neither bytes nor room for any, so that all states may share it. */
    private static final ByteBuffer NONE = ByteBuffer.allocate(0);

    private LaterPart() {}

    static void write(Tail t, ConversationState s) {
        CustomerSnapshot customer = s.getCustomer();
        if (!customer.getRecentContacts().isEmpty()) {
            t.number(RECENT_CONTACTS);
            t.number(customer.getRecentContacts().size());
            for (RecentContacts recent : customer.getRecentContacts()) {
                t.text(recent.getCategory());
                t.signed(recent.getCount());
            }
        }
        if (customer.getLastCsat() != null) {
            t.number(LAST_CSAT);
            t.signed(customer.getLastCsat());
        }
        if (customer.getEscalations() != 0) {
            t.number(ESCALATIONS);
            t.signed(customer.getEscalations());
        }
        if (!s.getIncidents().isEmpty()) {
            t.number(INCIDENTS);
            t.number(s.getIncidents().size());
            for (IncidentTouch touch : s.getIncidents()) {
                t.text(touch.getIncidentId());
                t.text(touch.getPlaybook());
                t.text(touch.getStage());
                t.signed(touch.getFrom());
                t.signed(touch.getUntil());
                t.oneByte(touch.getHeldBack() ? 1 : 0);
            }
        }
        if (s.getHandover() != null) {
            t.number(HANDOVER);
            HandoverPart.write(t, s.getHandover());
        }
        if (!s.getTakenBack().isEmpty()) {
            t.number(TAKEN_BACK);
            t.number(s.getTakenBack().size());
            s.getTakenBack().forEach(t::signed);
        }
        if (s.getTextCourse().hasRemaining()) {
            t.number(TEXT_COURSE);
            t.bytes(s.getTextCourse());
        }
    }

    /** Reads what there is into a state whose other fields are those of layout 1. */
    static void read(Scan scan, ConversationState s) {
        CustomerSnapshot customer = s.getCustomer();
        customer.setRecentContacts(List.of());
        s.setIncidents(List.of());
        s.setTakenBack(List.of());
        s.setTextCourse(NONE);
        while (!scan.isEnd()) {
            int field = scan.number();
            switch (field) {
                case RECENT_CONTACTS -> customer.setRecentContacts(recentContacts(scan));
                case LAST_CSAT -> customer.setLastCsat((int) scan.signed());
                case ESCALATIONS -> customer.setEscalations((int) scan.signed());
                case INCIDENTS -> s.setIncidents(incidents(scan));
                case TAKEN_BACK -> s.setTakenBack(longs(scan));
                case HANDOVER -> s.setHandover(HandoverPart.read(scan));
                case TEXT_COURSE -> s.setTextCourse(ByteBuffer.wrap(scan.block()));
                default -> throw Scan.damaged();
            }
        }
    }

    private static List<Long> longs(Scan scan) {
        int count = scan.count(1);
        List<Long> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            values.add(scan.signed());
        }
        return values;
    }

    private static List<RecentContacts> recentContacts(Scan scan) {
        int count = scan.count(2);
        List<RecentContacts> recent = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            recent.add(new RecentContacts(scan.word(), (int) scan.signed()));
        }
        return recent;
    }

    private static List<IncidentTouch> incidents(Scan scan) {
        int count = scan.count(6);
        List<IncidentTouch> touches = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            touches.add(new IncidentTouch(
                    scan.word(), scan.word(), scan.word(), scan.signed(), scan.signed(), scan.oneByte() != 0));
        }
        return touches;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http.board;

import io.baton.event.Alert;
import io.baton.event.ConversationDecision;
import io.baton.event.ConversationOutcome;
import io.baton.event.EscalationRaised;
import io.baton.event.MetricWindow;
import io.baton.event.PolicyProposal;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.avro.specific.SpecificRecord;

/**
 * The picture itself. One thread writes, any may read. Bounded in bytes: what was touched longest ago goes first, and what is
 * open goes last.
 */
public final class Board {

    private final Map<String, Dossier> dossiers = new LinkedHashMap<>(1024, 0.75f, true);
    private final FigureTable figures = new FigureTable();
    private final Notices notices = new Notices();
    private final long mostBytes;
    private final Consumer<Change> changed;
    private long bytes;
    private long evicted;

    /**
     * @param mostBytes bound of what is kept of conversations, bytes on the heap, about
     * @param changed told of each change by the writing thread; must not block
     */
    public Board(long mostBytes, Consumer<Change> changed) {
        this.mostBytes = mostBytes;
        this.changed = changed;
    }

    /** Takes one record of an output topic; what the console does not show is passed over. */
    public void take(SpecificRecord record) {
        Change change = null;
        synchronized (this) {
            if (record instanceof EscalationRaised packet) {
                change = packet(packet);
            } else if (record instanceof ConversationDecision decision) {
                change = decision(decision);
            } else if (record instanceof ConversationOutcome outcome) {
                change = outcome(outcome);
            } else if (record instanceof MetricWindow window) {
                change = figures.take(window)
                        ? new Change.Figures(window.getChannel().name())
                        : null;
            } else if (record instanceof Alert alert) {
                notices.take(alert);
                change = new Change.Alerts();
            } else if (record instanceof PolicyProposal proposal) {
                notices.take(proposal);
                change = new Change.Policy();
            }
        }
        if (change != null) {
            changed.accept(change);
        }
    }

    /** Forgets a customer, as a tombstone on the outcomes topic demands. */
    public void forgetCustomer(String customerId) {
        List<String> gone = new ArrayList<>();
        synchronized (this) {
            dossiers.values().stream()
                    .filter(dossier -> dossier.customerId.equals(customerId))
                    .forEach(dossier -> gone.add(dossier.conversationId));
            gone.forEach(this::remove);
        }
        gone.forEach(conversation -> changed.accept(new Change.Escalation(conversation)));
    }

    private Change packet(EscalationRaised packet) {
        change(packet.getConversationId(), packet.getCustomerId(), dossier -> dossier.add(packet));
        return new Change.Escalation(packet.getConversationId());
    }

    private Change decision(ConversationDecision decision) {
        Dossier dossier =
                change(decision.getConversationId(), decision.getCustomerId(), changed -> changed.add(decision));
        return of(dossier);
    }

    private Change outcome(ConversationOutcome outcome) {
        Dossier dossier = change(outcome.getConversationId(), outcome.getCustomerId(), changed -> changed.add(outcome));
        return of(dossier);
    }

    private static Change of(Dossier dossier) {
        return dossier.packet() == null
                ? new Change.Conversation(dossier.conversationId)
                : new Change.Escalation(dossier.conversationId);
    }

    private Dossier change(String conversationId, String customerId, Consumer<Dossier> with) {
        Dossier dossier = dossiers.computeIfAbsent(conversationId, id -> new Dossier(id, customerId));
        long before = dossier.isEmpty() ? 0 : dossier.bytes();
        with.accept(dossier);
        bytes += dossier.bytes() - before;
        if (bytes > mostBytes) {
            evict(dossier);
        }
        return dossier;
    }

    /** Makes room for a while at once, so that not every record has to look for the next victim. */
    private void evict(Dossier keep) {
        long target = mostBytes - mostBytes / 10;
        for (boolean openToo : new boolean[] {false, true}) {
            Iterator<Dossier> oldest = dossiers.values().iterator();
            while (bytes > target && oldest.hasNext()) {
                Dossier dossier = oldest.next();
                if (dossier != keep && (openToo || !dossier.isOpen())) {
                    oldest.remove();
                    bytes -= dossier.bytes();
                    evicted++;
                }
            }
        }
    }

    private void remove(String conversationId) {
        Dossier dossier = dossiers.remove(conversationId);
        if (dossier != null) {
            bytes -= dossier.bytes();
        }
    }

    /** What is known of a conversation. */
    public synchronized Optional<Case> find(String conversationId) {
        return Optional.ofNullable(dossiers.get(conversationId)).map(Case::of);
    }

    /** The conversation of an escalation. */
    public synchronized Optional<Case> findEscalation(String escalationId) {
        return escalations().stream()
                .filter(found -> found.packet() != null
                        && found.packet().getEscalationId().equals(escalationId))
                .findFirst();
    }

    /** All that were handed over and are still kept, in no order. */
    public synchronized List<Case> escalations() {
        List<Case> found = new ArrayList<>();
        for (Dossier dossier : dossiers.values()) {
            if (dossier.packet() != null) {
                found.add(Case.of(dossier));
            }
        }
        return found;
    }

    /** The conversations touched last, latest first. */
    public synchronized List<Case> latest(int most) {
        List<Dossier> all = new ArrayList<>(dossiers.values());
        List<Case> found = new ArrayList<>();
        for (int i = all.size() - 1; i >= 0 && found.size() < most; i--) {
            found.add(Case.of(all.get(i)));
        }
        return found;
    }

    /** What is known of a customer's conversations. */
    public synchronized List<Case> ofCustomer(String customerId) {
        return dossiers.values().stream()
                .filter(dossier -> dossier.customerId.equals(customerId))
                .map(Case::of)
                .toList();
    }

    /** Conversations that were forgotten for want of room. */
    public synchronized long evicted() {
        return evicted;
    }

    /** Runs a question over the figures while nothing changes. */
    public synchronized Figures figures(FigureQuery query) {
        return figures.answer(query);
    }

    /** Alerts and proposals as they stand. */
    public synchronized Notices.Seen notices() {
        return notices.seen();
    }
}

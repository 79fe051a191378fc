// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import io.baton.event.Command;
import io.baton.policy.ruleset.Ruleset;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerSnapshot;
import io.baton.state.EscalationIssued;
import io.baton.state.HandoverUpdated;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;

/**
 * One conversation as the processor serves it: arrival, state through its stored form, journal in event order, facts of
 * escalations, and what the world has been told.
 */
final class Desk {

    private static final EventOrder ORDER = new EventOrder();

    final Conversations conversations;
    final CustomerSnapshot known;
    final List<AcceptedEvent> journal = new ArrayList<>();
    final List<Ruling> told = new ArrayList<>();
    final List<String> escalations = new ArrayList<>();
    ConversationState state;
    Command assistant = Command.RESUME;
    boolean keptOut;
    int duplicates;
    int refolds;
    int updates;

    Desk(Ruleset rules, CustomerSnapshot known) {
        this.conversations = new Conversations(rules);
        this.known = known;
    }

    Desk(Conversations conversations, CustomerSnapshot known) {
        this.conversations = conversations;
        this.known = known;
    }

    List<Ruling> arrives(AcceptedEvent... events) {
        List<Ruling> rulings = new ArrayList<>();
        for (AcceptedEvent event : events) {
            rulings.addAll(arrive(event));
        }
        return rulings;
    }

    List<Ruling> ticks(long now) {
        return state == null ? List.of() : tell(conversations.elapse(stored(state), now));
    }

    /** Folds the journal anew, with or without the facts of escalations. */
    ConversationState foldedAgain(boolean withIssued) {
        List<AcceptedEvent> entries = journal.stream()
                .filter(e -> withIssued || (Kind.of(e) != Kind.ISSUED && Kind.of(e) != Kind.UPDATED))
                .toList();
        ConversationState before = stored(state);
        if (!withIssued) {
            before.setEscalatedEpisode(0);
        }
        return conversations.refold(before, entries, known).state();
    }

    static ConversationState stored(ConversationState state) {
        try {
            SpecificDatumReader<ConversationState> reader = new SpecificDatumReader<>(ConversationState.class);
            return reader.read(null, DecoderFactory.get().binaryDecoder(bytes(state), null));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] bytes(ConversationState state) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
            new SpecificDatumWriter<>(ConversationState.class).write(state, encoder);
            encoder.flush();
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Ruling> arrive(AcceptedEvent event) {
        return switch (EventOrder.arrival(state, event)) {
            case SEEN -> {
                duplicates++;
                yield List.of();
            }
            case NEXT -> {
                if (state == null) {
                    insert(Records.opening(event, known));
                }
                insert(event);
                yield tell(conversations.apply(state == null ? null : stored(state), event, known));
            }
            case LATE -> late(event);
        };
    }

    private List<Ruling> late(AcceptedEvent event) {
        boolean there = journal.stream().anyMatch(e -> ORDER.compare(e, event) == 0);
        if (there) {
            duplicates++;
            return List.of();
        }
        refolds++;
        insert(event);
        return tell(conversations.refold(stored(state), List.copyOf(journal), event, known));
    }

    private List<Ruling> tell(Turn turn) {
        state = stored(turn.state());
        keptOut = turn.keptOut();
        for (Ruling ruling : turn.rulings()) {
            told.add(ruling);
            if (ruling.escalate()) {
                escalations.add(Records.escalationId(state, ruling));
                AcceptedEvent issued = Records.issued(state, ruling, "standard", 3, OptionalLong.empty());
                insert(issued);
                if (state.getEscalatedEpisode() == ruling.episode()) {
                    Handovers.issued(state, (EscalationIssued) issued.getFact(), issued.getAt());
                }
            }
            assistant = ruling.command() == null ? assistant : ruling.command();
        }
        return turn.rulings();
    }

    /** The packet of what waits leaves again, a moment after all that is known. */
    void updates() {
        if (Handovers.waits(state)) {
            HandoverUpdated fact = Handovers.next(state.getHandover(), "raise-priority")
                    .setPriority(2)
                    .build();
            long at = Math.max(state.getLastAt(), state.getHandover().getChangedAt()) + 1;
            Handovers.updated(state, fact, at);
            insert(Records.updated(state, fact, at));
            updates++;
        }
    }

    private void insert(AcceptedEvent event) {
        journal.add(event);
        journal.sort(ORDER);
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.packed.Codec;
import io.baton.packed.Frames;
import io.baton.packed.Kept;
import io.baton.packed.PackedStore;
import io.baton.packed.PackedStoreBuilder;
import io.baton.policy.ownership.EventOrder;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.store.ConversationImage;
import io.baton.store.Delta;
import io.baton.store.EventEntry;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** {@link ConversationStore} in the packed layout: an image of the state and a journal of entries, both on the heap. */
final class PackedConversations implements ConversationStore {

    private static final EventOrder ORDER = new EventOrder();
    private static final byte[] NOTHING = new byte[0];

    private final PackedStore store;
    /** What the turn has found that is being worked out: it is encoded right after, and asking again costs a miss of the cache. */
    private @Nullable Kept found;
    /** Its image, when {@link #found} was found. */
    private byte[] foundImage = NOTHING;

    PackedConversations(PackedStore store) {
        this.store = store;
    }

    /** For a processor that begins, which it does once its stores have been read back. */
    static PackedConversations begun(PackedStore store) {
        store.serve();
        return new PackedConversations(store);
    }

    static StoreBuilder<?> store(String name) {
        return new PackedStoreBuilder(name, new Codec() {
            @Override
            public byte[] apply(byte[] image, byte[] bytes, int from, int to) {
                return Delta.apply(image, bytes, from, to, true);
            }

            @Override
            public long timerAt(byte[] image) {
                return ConversationImage.timerAt(image);
            }
        });
    }

    @Override
    public @Nullable ConversationState load(String customerId, String conversationId) {
        Kept kept = store.find(customerId, conversationId);
        found = kept;
        if (kept == null) {
            return null;
        }
        foundImage = kept.image();
        return ConversationImage.decode(customerId, conversationId, foundImage);
    }

    @Override
    public @Nullable ConversationState load(Bytes conversation) {
        byte[] key = conversation.get();
        int separator = Keys.separator(conversation);
        String customerId = new String(key, 0, separator, UTF_8);
        return load(customerId, new String(key, separator + 1, key.length - separator - 1, UTF_8));
    }

    @Override
    public List<AcceptedEvent> transcript(String customerId, String conversationId) {
        Kept kept = store.find(customerId, conversationId);
        if (kept == null) {
            return new ArrayList<>();
        }
        List<AcceptedEvent> events = Frames.read(
                kept.journal(), (bytes, from, to) -> EventEntry.decode(customerId, conversationId, bytes, from, to));
        events.sort(ORDER);
        return events;
    }

    @Override
    public Encoded encode(ConversationState state, List<AcceptedEvent> appended) {
        Kept kept = found(state.getCustomerId(), state.getConversationId());
        byte[] before = kept == null ? null : foundImage;
        byte[] image = ConversationImage.encode(state, before);
        byte[] delta = before == null ? null : Delta.between(before, image);
        byte[] entries = Frames.write(appended, EventEntry::encode);
        return new Packed(kept, state.getCustomerId(), state.getConversationId(), image, delta, entries);
    }

    private @Nullable Kept found(String customerId, String conversationId) {
        Kept kept = found;
        found = null;
        boolean same = kept != null
                && kept.id().equals(conversationId)
                && kept.customerId().equals(customerId);
        if (!same) {
            kept = store.find(customerId, conversationId);
            foundImage = kept == null ? NOTHING : kept.image();
        }
        return kept;
    }

    @Override
    public void save(Encoded encoded) {
        Packed turn = (Packed) encoded;
        if (turn.kept() == null) {
            store.begin(turn.customerId(), turn.conversationId(), turn.image(), turn.entries());
        } else {
            store.turn(turn.kept(), turn.image(), turn.delta(), turn.entries());
        }
    }

    @Override
    public List<Bytes> keys() {
        return store.all().stream()
                .map(kept -> Keys.conversation(kept.customerId(), kept.id()))
                .toList();
    }

    @Override
    public void forget(String customerId, String conversationId) {
        Kept kept = store.find(customerId, conversationId);
        if (kept != null) {
            store.forget(kept);
        }
    }

    @Override
    public List<ConversationState> forgetAll(String customerId) {
        List<ConversationState> states = new ArrayList<>();
        for (Kept kept : store.conversations(customerId)) {
            states.add(ConversationImage.decode(customerId, kept.id(), kept.image()));
            store.forget(kept);
        }
        return states;
    }

    /** A turn, ready to be written. */
    @SuppressWarnings("ArrayRecordComponent") // never compared by equals
    private record Packed(
            @Nullable Kept kept,
            String customerId,
            String conversationId,
            byte[] image,
            byte @Nullable [] delta,
            byte[] entries)
            implements Encoded {}
}

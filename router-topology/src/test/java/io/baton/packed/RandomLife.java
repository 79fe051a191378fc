// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Random changes of a state, done to plain maps as well. */
final class RandomLife {

    static final List<String> TABLES = List.of("waiting", "sums");

    private static final HexFormat HEX = HexFormat.of();

    private record Conversation(byte[] image, byte[] journal) {}

    private record Journey(byte[] bytes, long timerAt) {}

    private final Random random;
    private final int customers;
    private final int bytes;
    private Map<String, TreeMap<String, Conversation>> conversations = new TreeMap<>();
    private Map<String, Journey> journeys = new TreeMap<>();
    private Map<String, byte[]> rows = new TreeMap<>();
    private Map<String, byte[]> committedRows = Map.of();
    private Map<String, TreeMap<String, Conversation>> committedConversations = Map.of();
    private Map<String, Journey> committedJourneys = Map.of();
    private int begun;

    /** @param bytes most of an image or an entry */
    RandomLife(Random random, int customers, int bytes) {
        this.random = random;
        this.customers = customers;
        this.bytes = bytes;
    }

    void step(PackedState state) {
        String customer = "customer-" + random.nextInt(customers);
        int choice = random.nextInt(100);
        if (choice < 20) {
            begin(state, customer);
        } else if (choice < 75) {
            turn(state, customer);
        } else if (choice < 88) {
            forget(state, customer);
        } else if (choice < 97) {
            journey(state, customer);
        } else {
            forgetJourney(state, customer);
        }
        if (random.nextInt(3) == 0) {
            row(state);
        }
    }

    private void row(PackedState state) {
        String table = TABLES.get(random.nextInt(TABLES.size()));
        Bytes key = Bytes.wrap(("row-" + random.nextInt(customers)).getBytes(UTF_8));
        byte[] value = random.nextInt(3) == 0 ? null : some();
        state.row(table, key, value);
        if (value == null) {
            rows.remove(table + "/" + key);
        } else {
            rows.put(table + "/" + key, value);
        }
    }

    void begin(PackedState state, String customer) {
        String id = "conversation-" + begun++;
        byte[] image = image();
        byte[] entries = some();
        state.begin(customer, id, image, entries);
        set(state, new TestCodec().timerAt(image), customer, id);
        conversations.computeIfAbsent(customer, c -> new TreeMap<>()).put(id, new Conversation(image, entries));
    }

    private void turn(PackedState state, String customer) {
        String id = any(customer);
        if (id == null) {
            return;
        }
        Conversation before = conversations.get(customer).get(id);
        byte[] image = image();
        byte[] entries = some();
        Kept kept = state.holdings().find(customer, id);
        clear(state, new TestCodec().timerAt(before.image()), customer, id);
        byte[] delta = random.nextInt(4) == 0 ? null : TestCodec.delta(before.image(), image);
        state.turn(kept, image, delta, entries);
        set(state, new TestCodec().timerAt(image), customer, id);
        ByteArrayOutputStream journal = new ByteArrayOutputStream();
        journal.writeBytes(before.journal());
        journal.writeBytes(entries);
        conversations.get(customer).put(id, new Conversation(image, journal.toByteArray()));
    }

    void forget(PackedState state, String customer) {
        String id = any(customer);
        if (id == null) {
            return;
        }
        Conversation gone = conversations.get(customer).remove(id);
        clear(state, new TestCodec().timerAt(gone.image()), customer, id);
        state.forget(state.holdings().find(customer, id));
    }

    private void journey(PackedState state, String customer) {
        Journey before = journeys.get(customer);
        if (before != null) {
            clear(state, before.timerAt(), customer, null);
        }
        Journey after = new Journey(some(), random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(1_000_000));
        state.journey(customer, after.bytes(), after.timerAt());
        set(state, after.timerAt(), customer, null);
        journeys.put(customer, after);
    }

    private void forgetJourney(PackedState state, String customer) {
        Journey gone = journeys.remove(customer);
        if (gone != null) {
            clear(state, gone.timerAt(), customer, null);
        }
        state.forgetJourney(customer);
    }

    void commit() {
        committedConversations = copy(conversations);
        committedJourneys = new TreeMap<>(journeys);
        committedRows = new TreeMap<>(rows);
    }

    /** What was done since the last commit has not happened. */
    void abort() {
        conversations = copy(committedConversations);
        journeys = new TreeMap<>(committedJourneys);
        rows = new TreeMap<>(committedRows);
    }

    private static Map<String, TreeMap<String, Conversation>> copy(Map<String, TreeMap<String, Conversation>> from) {
        Map<String, TreeMap<String, Conversation>> copy = new TreeMap<>();
        from.forEach((customer, known) -> copy.put(customer, new TreeMap<>(known)));
        return copy;
    }

    /** What a state must hold now. */
    StateModel expected() {
        Map<String, String> images = new TreeMap<>();
        Map<String, String> journals = new TreeMap<>();
        Map<String, String> encoded = new HashMap<>();
        TreeSet<Bytes> timers = new TreeSet<>();
        long[] live = new long[1];
        conversations.forEach((customer, known) -> known.forEach((id, conversation) -> {
            images.put(customer + "/" + id, HEX.formatHex(conversation.image()));
            journals.put(customer + "/" + id, HEX.formatHex(conversation.journal()));
            add(timers, new TestCodec().timerAt(conversation.image()), customer, id);
            live[0] += conversation.image().length + conversation.journal().length + customer.length() + id.length();
        }));
        journeys.forEach((customer, journey) -> {
            encoded.put(customer, HEX.formatHex(journey.bytes()));
            add(timers, journey.timerAt(), customer, null);
            live[0] += journey.bytes().length + customer.length();
        });
        Map<String, String> kept = new TreeMap<>();
        rows.forEach((name, value) -> {
            kept.put(name, HEX.formatHex(value));
            live[0] += name.length() - 1 + value.length;
        });
        return new StateModel(images, journals, new TreeMap<>(encoded), kept, timers, live[0]);
    }

    private @Nullable String any(String customer) {
        List<String> known = List.copyOf(
                conversations.getOrDefault(customer, new TreeMap<>()).keySet());
        return known.isEmpty() ? null : known.get(random.nextInt(known.size()));
    }

    private byte[] image() {
        return TestCodec.image(random.nextInt(3) == 0 ? 0 : 1 + random.nextInt(1_000_000), some());
    }

    private byte[] some() {
        byte[] some = new byte[random.nextInt(bytes)];
        random.nextBytes(some);
        return some;
    }

    private static void set(PackedState state, long due, String customer, @Nullable String conversation) {
        add(state.timers(), due, customer, conversation);
    }

    private static void add(Collection<Bytes> timers, long due, String customer, @Nullable String conversation) {
        if (due != 0) {
            timers.add(WaitingTimers.key(due, customer, conversation));
        }
    }

    private static void clear(PackedState state, long due, String customer, @Nullable String conversation) {
        if (due != 0) {
            state.timers().remove(WaitingTimers.key(due, customer, conversation));
        }
    }
}

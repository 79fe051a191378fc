// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.events;

import io.baton.bench.events.Story.Step;
import io.baton.event.ConversationEvent;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;

/**
 * Conversations without end, a fixed number of them open at any time, one event of each in turn.
 *
 * <p>What a conversation says depends on the seed and its number alone: not on the flavour, the number of open ones or the
 * pace. A customer has one open conversation and comes back with every fourth of its place, so that there is history.
 */
public final class Generator implements EventSource {

    private static final int CUSTOMERS_A_PLACE = 4;
    private static final long STRANGE = 0x9E3779B97F4A7C15L;

    /** 2026-03-02T09:00Z, in milliseconds. */
    private static final long LONG_AGO = 1_772_442_000_000L;

    private static final long GAP_MILLIS = 8_000;

    private static final String HOT = "customer-everywhere";
    private static final HexFormat DIGITS = HexFormat.of();

    private Payloads payloads;
    private final long seed;
    private final int open;
    private final Pace pace;
    private final int[] conversation;
    private final byte[] at;
    private final int[] generation;
    private final Set<String> asked = new HashSet<>();
    private int categories = 1;
    private boolean hotKey;
    private long index;
    private int begun;

    /**
     * When events happen.
     *
     * @param start time of the first, epoch milliseconds
     * @param nanosApart time from one event to the next, over all conversations
     */
    public record Pace(long start, long nanosApart) {

        /**
         * @param gapMillis time from one event of a conversation to its next
         */
        public static Pace of(long start, long gapMillis, int open) {
            return new Pace(start, Math.max(1, gapMillis * 1_000_000 / open));
        }

        long millis(long index) {
            return start + index * nanosApart / 1_000_000;
        }
    }

    /** @param open conversations that are open at any time, 1 or more */
    public Generator(Flavour flavour, long seed, int open, Pace pace) {
        this.payloads = new Payloads(flavour);
        this.seed = seed;
        this.open = open;
        this.pace = pace;
        conversation = new int[open];
        at = new byte[open];
        generation = new int[open];
        Arrays.fill(conversation, -1);
    }

    /**
     * Events of a day long past, as they lie in a log: 8 seconds from one event of a conversation to its next.
     *
     * @param open conversations that are open at any time, 1 or more
     */
    public static Generator ofRecorded(Flavour flavour, long seed, int open) {
        return new Generator(flavour, seed, open, Pace.of(LONG_AGO, GAP_MILLIS, open));
    }

    /** From now on each category is split into so many, named {@code how-to-1} and so on; 1 leaves them as they are. */
    public Generator splitCategories(int each) {
        categories = each;
        return this;
    }

    /** From now on every other conversation belongs to one customer. */
    public Generator withHotKey() {
        hotKey = true;
        return this;
    }

    /** Whether a customer is the one whom half of the load is about. */
    public static boolean isHot(String customer) {
        return customer.equals(HOT);
    }

    /** How many customers there are with so many conversations open at a time. */
    public static int customers(int open) {
        return open * CUSTOMERS_A_PLACE;
    }

    /** Id of a customer, by number from 0 on. */
    public static String customer(int number) {
        return "customer-" + DIGITS.toHexDigits(number);
    }

    /** The categories that conversations are started with, each once. */
    public static List<String> categories() {
        return Story.categories();
    }

    @Override
    public void judgedBy(Flavour flavour) {
        payloads = new Payloads(flavour);
    }

    @Override
    public long conversations() {
        return begun;
    }

    @Override
    public Set<String> asked() {
        return Set.copyOf(asked);
    }

    @Override
    public ConversationEvent next() {
        int place = (int) (index % open);
        if (conversation[place] < 0) {
            conversation[place] = begun++;
            at[place] = 0;
            generation[place]++;
        }
        int number = conversation[place];
        int step = at[place];
        Story story = Story.of(random(number, -1));
        at[place] = (byte) (step == 0 && number < open ? joined(story, number) : step + 1);
        Step what = story.step(step);
        ConversationEvent event = event(place, number, step);
        event.setData(payloads.of(what, story.inCategory(category(story, place)), random(number, step)));
        if (what == Step.ASK) {
            asked.add(event.getConversationId());
        }
        if (what == Step.CLOSED) {
            conversation[place] = -1;
        }
        index++;
        return event;
    }

    /**
     * The conversations that are open from the beginning are joined somewhere in their middle, or all of them would be at the
     * same turn for a long time: so events are mixed as on any other day from the second one of each on.
     */
    private int joined(Story story, int number) {
        return random(number, -2).nextInt(1, story.length());
    }

    private ConversationEvent event(int place, int number, int step) {
        ConversationEvent event = new ConversationEvent();
        event.setId(id(random(number, step).nextLong(), index));
        event.setSource("webchat");
        event.setConversationId(id(random(number, -1).nextLong(), number));
        event.setCustomerId(hotKey && place % 2 == 0 ? HOT : customer(customerAt(place)));
        event.setTime(Instant.ofEpochMilli(pace.millis(index)));
        Map<String, String> attributes = new HashMap<>();
        attributes.put("tenant", "eu-1");
        event.setAttributes(attributes);
        return event;
    }

    /** Whose turn it is at a place: one of its customers after the other. */
    private int customerAt(int place) {
        return place + open * (generation[place] % CUSTOMERS_A_PLACE);
    }

    /** By customer, so that two conversations of one are about the same issue if and only if they were before it was split. */
    private String category(Story story, int place) {
        return categories == 1
                ? story.category()
                : story.category() + "-" + (1 + random(customerAt(place), -3).nextInt(categories));
    }

    /** Looks like the identifiers that platforms give, and ends with a number of ours in twelve hexadecimal digits. */
    private static String id(long random, long number) {
        String digits = DIGITS.toHexDigits(random);
        return digits.substring(0, 8) + "-" + digits.substring(8, 12) + "-4" + digits.substring(12, 15) + "-a"
                + digits.substring(13, 16) + "-" + DIGITS.toHexDigits(number, 12);
    }

    private SplittableRandom random(int number, int step) {
        return new SplittableRandom((seed + number) * STRANGE ^ (step + 2L) * 0xD1B54A32D192ED03L);
    }
}

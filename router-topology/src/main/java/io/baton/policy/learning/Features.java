// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The features of a message, given how the conversation went before it: a fixed list of numbers of about 0 to 1, and hashed words, word
 * pairs and combinations of acts.
 *
 * <p>Whatever changes the meaning of a number here (a word list, a hash, an order) is a new {@link #VERSION}: a model that was learned
 * with another one is refused rather than scored wrongly.
 */
public final class Features {

    /** Version of everything a model's numbers refer to. */
    public static final int VERSION = 1;

    static final int CUSTOMER_GRAMS = 1;
    static final int REPLY_GRAMS = 3;
    private static final int ACT_WORD = 5;
    private static final int ACT_ACT = 6;
    private static final int REPLY_REPLY = 7;
    private static final int FIRST_WORDS = 6;
    private static final int FIRST_LABELLED_TURN = 2;
    private static final int TURN_STEPS = 8;

    private static final List<String> NAMES = names();

    private Features() {}

    /** Names of the numbers of {@link #dense}, in order. */
    public static List<String> denseNames() {
        return NAMES;
    }

    /** The numbers of a message: what it says and how it follows from what was before. Does not change the course. */
    static float[] dense(Course before, Utterance said) {
        Row row = new Row(NAMES.size());
        row.add(1);
        position(before, row);
        sound(before, said, row);
        repetition(before, said, row);
        row.bits(said.acts);
        row.bits(before.replyActs);
        row.bits(before.earlierReplyActs);
        row.bits(before.lastActs);
        row.shares(before.often);
        row.shares(before.oftenReplied);
        return row.done();
    }

    /** Combinations of what the other side did and what the customer answers, as buckets. */
    static int[] crosses(Course before, Utterance said) {
        int first = Math.min(FIRST_WORDS, said.tokens.count());
        Buckets buckets = said.buckets;
        for (int acts = before.replyActs; acts != 0; acts &= acts - 1) {
            long act = Hashing.mix(Integer.numberOfTrailingZeros(acts) + 1);
            for (int i = 0; i < first; i++) {
                buckets.add(Hashing.bucket(ACT_WORD, act ^ said.tokens.hash(i)));
            }
            for (int own = said.acts; own != 0; own &= own - 1) {
                buckets.add(Hashing.bucket(ACT_ACT, act + Integer.numberOfTrailingZeros(own)));
            }
            for (int old = before.earlierReplyActs; old != 0; old &= old - 1) {
                buckets.add(Hashing.bucket(REPLY_REPLY, act + Integer.numberOfTrailingZeros(old)));
            }
        }
        return buckets.take();
    }

    private static void position(Course before, Row row) {
        int turn = before.turns + 1;
        row.add(Math.min(turn, 15) / 10f);
        row.add((float) Logs.log1p(turn) / 2);
        for (int step = 0; step < TURN_STEPS; step++) {
            row.add(turn > FIRST_LABELLED_TURN + step ? 0.5f : 0);
        }
        row.add(before.replies == 0 ? 1 : 0);
    }

    private static void sound(Course before, Utterance said, Row row) {
        row.add(said.valence);
        row.add(before.valence(0));
        row.add(before.valence(1));
        row.add(before.valence(2));
        row.add(before.valence(3));
        row.add(before.turns == 0 ? 0 : said.valence - before.valence(2));
        row.add(said.emphasis);
        row.add(said.wantsHuman ? 1 : 0);
        row.add(said.asksAgain ? 1 : 0);
        row.add(said.disputes ? 1 : 0);
        row.add(said.courtesy ? 1 : 0);
        row.add((float) Logs.log1p(said.tokens.words()) / 2);
        row.add(Math.min(3, said.tokens.questions()) / 2f);
        row.add(Math.min(3, said.tokens.exclamations()) / 2f);
        row.add(Math.min(3, said.tokens.shouted()) / 2f);
        row.add(Math.min(3, said.tokens.faces()) / 2f);
    }

    private static void repetition(Course before, Utterance said, Row row) {
        row.add((float) WordSet.share(said.tokens, before.lastWords));
        row.add((float) WordSet.share(said.tokens, before.allWords));
        row.add((float) WordSet.share(said.tokens, before.replyWords));
        row.add(before.reply[0] / 127f);
        row.add(before.reply[1] / 127f);
        row.add(before.reply[2] / 127f);
        row.add((float) Logs.log1p(before.reply[3]) / 3);
    }

    private static List<String> names() {
        List<String> names = new ArrayList<>(List.of("bias", "turn", "turn-log"));
        for (int step = 0; step < TURN_STEPS; step++) {
            names.add("turn-over-" + (FIRST_LABELLED_TURN + step));
        }
        names.addAll(
                List.of("no-reply-yet", "valence", "valence-last", "valence-fast", "valence-slow", "valence-lowest"));
        names.addAll(List.of("valence-drop", "emphasis", "wants-human", "asks-again", "disputes", "courtesy", "words"));
        names.addAll(List.of(
                "questions", "exclamations", "shouted", "faces", "repeats-last", "repeats-all", "echoes-reply"));
        names.addAll(List.of("reply-repeats-last", "reply-repeats-all", "reply-echoes", "reply-words"));
        for (String of : List.of("says:", "reply:", "earlier-reply:", "said-last:")) {
            for (Act act : Act.values()) {
                names.add(of + act.name().toLowerCase(Locale.ROOT));
            }
        }
        for (Act act : Course.OFTEN_CUSTOMER) {
            names.add("often:" + act.name().toLowerCase(Locale.ROOT));
        }
        for (Act act : Course.FREQUENT) {
            names.add("reply-often:" + act.name().toLowerCase(Locale.ROOT));
        }
        return List.copyOf(names);
    }

    /** Numbers in the order of their names. */
    private static final class Row {

        private static final int ACTS = Act.values().length;
        private static final int ALL = (1 << ACTS) - 1;

        private final float[] values;
        private int size;

        Row(int length) {
            values = new float[length];
        }

        void add(float value) {
            values[size++] = value;
        }

        void bits(int acts) {
            for (int left = acts & ALL; left != 0; left &= left - 1) {
                values[size + Integer.numberOfTrailingZeros(left)] = 1;
            }
            size += ACTS;
        }

        void shares(byte[] often) {
            for (byte share : often) {
                add(share / 127f);
            }
        }

        float[] done() {
            if (size != values.length) {
                throw new IllegalStateException(size + " features where " + values.length + " have names");
            }
            return values;
        }
    }
}

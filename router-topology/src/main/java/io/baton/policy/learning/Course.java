// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import java.nio.ByteBuffer;

/**
 * How a conversation has gone so far, as far as a text model must know: at most {@value #MOST_BYTES} bytes however long it is,
 * and no words. Not thread-safe.
 *
 * <p>Everything is kept in the precision in which it is stored, so that a conversation that was stored and loaded scores as if it
 * never had been. What the other side's last words speak for is kept as its sum a class rather than as words: the model is
 * linear, and the sum is all it needs.
 */
public final class Course {

    /** Most classes of a model. */
    public static final int MOST_CLASSES = 7;

    /** Upper bound of {@link #toBytes()}. */
    public static final int MOST_BYTES = 200;

    /** Acts whose frequency is remembered. */
    static final Act[] FREQUENT = {
        Act.FAILED, Act.APOLOGISED, Act.ASKED, Act.OFFERED, Act.DONE, Act.CHECKED, Act.REFUSED, Act.AGREED
    };

    static final Act[] OFTEN_CUSTOMER = {
        Act.REFUSED, Act.CHANGED, Act.CORRECTED, Act.AGREED, Act.REQUESTED, Act.THANKED, Act.COMPLAINED, Act.ASKED
    };

    static final float FORGET = 0.4f;

    private static final byte[] AFTER_DONE = remembered(FORGET);
    private static final byte[] AFTER_LEFT = remembered(0);

    int turns;
    int replies;
    int lastActs;
    int earlierActs;
    int replyActs;
    int earlierReplyActs;
    final byte[] often = new byte[OFTEN_CUSTOMER.length];
    final byte[] oftenReplied = new byte[FREQUENT.length];
    final long[] lastWords = new long[2];
    final long[] allWords = new long[4];
    final long[] replyWords = new long[4];
    final long[] allReplyWords = new long[4];
    /** Valence of the last message, its fast and slow averages and its lowest, each -1 to 1 in steps of 1/127. */
    final byte[] valences = new byte[4];
    /** Share of the last reply that repeats the reply before, all replies, the customer; its length. */
    final byte[] reply = new byte[4];
    /** A class each: what the last reply speaks for; score of the last message; sum of scores. In steps of 1/256. */
    final short[] replySum;

    final short[] lastScore;
    final short[] meanScore;

    /**
     * The beginning of a conversation.
     *
     * @param classes how many the model has, 2 to {@link #MOST_CLASSES}
     */
    public Course(int classes) {
        replySum = new short[classes];
        lastScore = new short[classes];
        meanScore = new short[classes];
    }

    /** How many messages of the customer there were. */
    public int turns() {
        return turns;
    }

    /** As it is stored. */
    public byte[] toBytes() {
        ByteBuffer out = ByteBuffer.allocate(MOST_BYTES);
        out.put((byte) replySum.length).putShort((short) turns).putShort((short) replies);
        out.putInt(lastActs).putInt(earlierActs).putInt(replyActs).putInt(earlierReplyActs);
        out.put(often).put(oftenReplied).put(valences).put(reply);
        for (long[] set : new long[][] {lastWords, allWords, replyWords, allReplyWords}) {
            for (long bits : set) {
                out.putLong(bits);
            }
        }
        for (short[] sums : new short[][] {replySum, lastScore, meanScore}) {
            for (short sum : sums) {
                out.putShort(sum);
            }
        }
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    /** As it was stored by {@link #toBytes()}. */
    public static Course of(byte[] bytes) {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Course course = new Course(in.get());
        course.turns = in.getShort();
        course.replies = in.getShort();
        course.lastActs = in.getInt();
        course.earlierActs = in.getInt();
        course.replyActs = in.getInt();
        course.earlierReplyActs = in.getInt();
        in.get(course.often).get(course.oftenReplied).get(course.valences).get(course.reply);
        for (long[] set : new long[][] {course.lastWords, course.allWords, course.replyWords, course.allReplyWords}) {
            for (int i = 0; i < set.length; i++) {
                set[i] = in.getLong();
            }
        }
        for (short[] sums : new short[][] {course.replySum, course.lastScore, course.meanScore}) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = in.getShort();
            }
        }
        return course;
    }

    /** Takes in what the customer said, after it was scored. */
    void customerSaid(Utterance said) {
        turns = Math.min(turns + 1, Short.MAX_VALUE);
        earlierActs = lastActs;
        lastActs = said.acts;
        remember(often, OFTEN_CUSTOMER, said.acts);
        WordSet.replace(lastWords, said.tokens);
        WordSet.addAll(allWords, said.tokens);
        float slow = turns == 1 ? said.valence : 0.8f * valence(2) + 0.2f * said.valence;
        float fast = turns == 1 ? said.valence : 0.5f * valence(1) + 0.5f * said.valence;
        valences[3] = turns == 1 ? signed(said.valence) : (byte) Math.min(valences[3], signed(said.valence));
        valences[0] = signed(said.valence);
        valences[1] = signed(fast);
        valences[2] = signed(slow);
    }

    /** Takes in what the other side said. */
    void replied(Utterance said) {
        replies = Math.min(replies + 1, Short.MAX_VALUE);
        earlierReplyActs = replyActs;
        replyActs = said.acts;
        remember(oftenReplied, FREQUENT, said.acts);
        reply[0] = share(WordSet.share(said.tokens, replyWords));
        reply[1] = share(WordSet.share(said.tokens, allReplyWords));
        reply[2] = share(WordSet.share(said.tokens, lastWords));
        reply[3] = (byte) Math.min(127, said.tokens.words());
        WordSet.replace(replyWords, said.tokens);
        WordSet.addAll(allReplyWords, said.tokens);
    }

    /** Takes in how a message of the customer was scored. Call after {@link #customerSaid}. */
    void scored(double[] scores) {
        for (int i = 0; i < lastScore.length; i++) {
            lastScore[i] = fixed(scores[i]);
            double mean = meanScore[i] / 256.0;
            meanScore[i] = fixed(mean + (scores[i] - mean) / turns);
        }
    }

    float valence(int which) {
        return valences[which] / 127f;
    }

    static byte signed(float value) {
        return (byte) Math.round(Math.max(-1, Math.min(1, value)) * 127);
    }

    static short fixed(double value) {
        return (short) Math.round(Math.max(-127, Math.min(127, value)) * 256);
    }

    private static byte share(double value) {
        return (byte) Math.round(value * 127);
    }

    private static void remember(byte[] often, Act[] acts, int done) {
        for (int i = 0; i < acts.length; i++) {
            int place = often[i] & 0xFF;
            often[i] = (done & acts[i].bit()) != 0 ? AFTER_DONE[place] : AFTER_LEFT[place];
        }
    }

    /** What becomes of each frequency, by its byte without sign, when the act is done or is not. */
    private static byte[] remembered(float now) {
        byte[] after = new byte[256];
        for (int place = 0; place < after.length; place++) {
            after[place] = (byte) Math.round(((1 - FORGET) * (byte) place / 127f + now) * 127);
        }
        return after;
    }
}

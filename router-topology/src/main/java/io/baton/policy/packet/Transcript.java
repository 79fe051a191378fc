// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.Speaker;
import io.baton.event.TranscriptTurn;
import io.baton.policy.packet.Dialogue.Line;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The transcript of a packet, bounded.
 *
 * <p>A record that is too large for its topic stops the application, so a long conversation is cut, never refused: what
 * lies in its middle goes first, and what the assistant and agents said there before anything the customer said. The
 * first turn left out stays in place with a marker instead of its text, so that an agent sees where and how much; turn
 * numbers are those of the whole conversation.
 *
 * @param turns what is left, oldest first
 * @param omitted turns whose text was left out; 0 = none
 */
record Transcript(List<TranscriptTurn> turns, int omitted) {

    /** Turns a packet holds at most, the marker included. */
    static final int MAX_TURNS = 400;

    /** Bytes that the turns may take, UTF-8; with the rest of a packet that stays under half of Kafka's usual 1 MB. */
    static final int MAX_BYTES = 400_000;

    /** Characters of one turn; a longer one loses its middle. */
    static final int MAX_CHARS = 8_000;

    /** Turns at the beginning and at the end that are kept before others, whoever spoke. */
    private static final int HEAD = 20;

    private static final int TAIL = 60;

    /** Bytes of a turn besides text and event id. */
    private static final int OVERHEAD = 32;

    static Transcript of(List<Line> lines) {
        List<TranscriptTurn> all = lines.stream().map(Transcript::turn).toList();
        BitSet kept = kept(all);
        int omitted = all.size() - kept.cardinality();
        if (omitted == 0) {
            return new Transcript(all, 0);
        }
        List<TranscriptTurn> turns = new ArrayList<>(kept.cardinality() + 1);
        for (int i = 0; i < all.size(); i++) {
            if (kept.get(i)) {
                turns.add(all.get(i));
            } else if (i == kept.nextClearBit(0)) {
                turns.add(marker(all.get(i), omitted));
            }
        }
        return new Transcript(turns, omitted);
    }

    private static TranscriptTurn turn(Line line) {
        return TranscriptTurn.newBuilder()
                .setTurn(line.turn())
                .setAt(Instant.ofEpochMilli(line.at()))
                .setSpeaker(line.speaker())
                .setText(Excerpt.withoutMiddle(line.text(), MAX_CHARS))
                .setEventId(line.eventId())
                .setDraft(line.draft())
                .build();
    }

    private static TranscriptTurn marker(TranscriptTurn first, int omitted) {
        String text = "[… " + omitted + (omitted == 1 ? " turn" : " turns") + " left out from here on …]";
        return TranscriptTurn.newBuilder(first).setText(text).build();
    }

    /** The turns to keep: in the order of how much they matter, as many as fit. */
    private static BitSet kept(List<TranscriptTurn> all) {
        BitSet kept = new BitSet(all.size());
        if (fits(all)) {
            kept.set(0, all.size());
            return kept;
        }
        int turns = all.size() <= MAX_TURNS ? MAX_TURNS : MAX_TURNS - 1;
        int bytes = MAX_BYTES;
        for (int i : order(all)) {
            bytes -= size(all.get(i));
            if (turns-- == 0 || bytes < 0) {
                break;
            }
            kept.set(i);
        }
        return kept;
    }

    /** Whether nothing has to be left out, even if each character were one of the longest; false says nothing. */
    private static boolean fits(List<TranscriptTurn> all) {
        long most = 0;
        for (TranscriptTurn turn : all) {
            most += OVERHEAD + 3L * (turn.getText().length() + turn.getEventId().length());
        }
        return all.size() <= MAX_TURNS && most <= MAX_BYTES;
    }

    private static int[] order(List<TranscriptTurn> all) {
        int last = all.size() - 1;
        Comparator<Integer> mattersMore = Comparator.comparing((Integer i) -> !matters(all, i))
                .thenComparing(i -> Math.min(i, last - i))
                .thenComparing(Comparator.reverseOrder());
        return IntStream.rangeClosed(0, last)
                .boxed()
                .sorted(mattersMore)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static boolean matters(List<TranscriptTurn> all, int i) {
        return i < HEAD || i >= all.size() - TAIL || all.get(i).getSpeaker() == Speaker.CUSTOMER;
    }

    private static int size(TranscriptTurn turn) {
        return OVERHEAD
                + turn.getText().getBytes(StandardCharsets.UTF_8).length
                + turn.getEventId().getBytes(StandardCharsets.UTF_8).length;
    }
}

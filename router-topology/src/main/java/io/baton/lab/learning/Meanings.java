// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.policy.learning.Encoder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Vectors of labelled messages and of what the other side said before them. */
final class Meanings {

    private final String encoder;
    private final int size;
    private final Map<EventKey, float[]> byMessage = new HashMap<>();

    private Meanings(Encoder encoder) {
        this.encoder = encoder.name();
        this.size = encoder.size();
    }

    /** @param labelled whose vectors are needed */
    static Meanings of(Conversations recorded, List<Lesson> labelled, Encoder encoder) {
        Set<EventKey> needed = labelled.stream().map(Lesson::key).collect(Collectors.toSet());
        Meanings meanings = new Meanings(encoder);
        Map<String, String> replies = new HashMap<>();
        Map<String, float[]> known = new HashMap<>();
        for (Said said : recorded.said()) {
            if (said.kind() == Said.Kind.REPLY) {
                replies.put(said.conversation(), said.text());
            } else if (needed.contains(said.key())) {
                float[] both = new float[2 * encoder.size()];
                String reply = replies.getOrDefault(said.conversation(), "");
                copy(known.computeIfAbsent(said.text(), encoder::encode), both, 0);
                if (!reply.isEmpty()) {
                    copy(known.computeIfAbsent(reply, encoder::encode), both, encoder.size());
                }
                meanings.byMessage.put(said.key(), both);
            }
        }
        return meanings;
    }

    private static void copy(float[] from, float[] to, int at) {
        System.arraycopy(from, 0, to, at, from.length);
    }

    /** Name of what made them. */
    String encoder() {
        return encoder;
    }

    /** How many columns they are. */
    int columns() {
        return 2 * size;
    }

    float[] of(Lesson lesson) {
        return byMessage.getOrDefault(lesson.key(), new float[2 * size]);
    }
}

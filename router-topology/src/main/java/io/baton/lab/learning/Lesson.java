// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.policy.learning.MessageFeatures;

/**
 * One event of the recording that is scored.
 *
 * @param conversation number of its conversation, from 0
 * @param turn messages of the customer up to and including this one
 * @param features null at a closing
 * @param replyGrams what the other side said last, as buckets
 * @param label place of its class, -1 = none
 */
record Lesson(
        EventKey key,
        int conversation,
        int turn,
        @org.jspecify.annotations.Nullable MessageFeatures features,
        int[] replyGrams,
        int label) {

    boolean closing() {
        return features == null;
    }

    boolean labelled() {
        return label >= 0;
    }

    Lesson labelled(int other) {
        return new Lesson(key, conversation, turn, features, replyGrams, other);
    }
}

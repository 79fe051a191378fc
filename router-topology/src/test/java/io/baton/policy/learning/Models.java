// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Models and conversations to try things on. */
final class Models {

    static final List<String> CONVERSATION = List.of(
            "Hi, my invoice of 12 March is wrong.",
            "No, that is not what I asked!!",
            "I already told you: the amount is wrong. THIS IS RIDICULOUS",
            "Thanks, that works 😀");

    private Models() {}

    /** A model with weights by chance that knows every bucket a bit. */
    static TextModel any(int classes) {
        Random random = new Random(classes);
        int[] buckets = IntStream.range(0, 5000).map(i -> i * 52).toArray();
        return new TextModel(new TextModel.Weights(
                IntStream.range(0, classes).toArray(),
                floats(random, Features.denseNames().size() * classes),
                buckets,
                floats(random, buckets.length * classes),
                floats(random, TextModel.closingFeatures(classes) * classes),
                1.2,
                new double[classes],
                new double[classes]));
    }

    private static float[] floats(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian() / 4;
        }
        return values;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/**
 * What each feature of a message added to its sentiment. Features are the named numbers one by one, and all words, all words in
 * answer to something, and all words of the other side together: which words they were is not told.
 */
final class Contributions {

    private static final String[] GROUPS = {"words", "words-in-answer", "reply-words"};

    private final TextModel.Weights weights;
    private final double[] worth;

    Contributions(TextModel model) {
        this.weights = model.weights();
        this.worth = worth(weights.classes().length);
    }

    /** Sentiment of each class, from -1 for the worst to 1 for the best. */
    static double[] worth(int classes) {
        double[] worth = new double[classes];
        for (int i = 0; i < classes; i++) {
            worth[i] = -1 + 2.0 * i / (classes - 1);
        }
        return worth;
    }

    /** Name of a place. */
    static String name(int place) {
        int dense = Features.denseNames().size();
        return place < dense ? Features.denseNames().get(place) : GROUPS[place - dense];
    }

    /**
     * The places that spoke most for the sentiment that resulted, strongest first, -1 where there are fewer.
     *
     * @param groups scores of the words, of the words in answer and of the other side's words, each one a class
     * @param down whether the sentiment is negative
     */
    short[] strongest(float[] dense, double[][] groups, boolean down) {
        short[] places = Remembered.NOTHING.clone();
        double[] most = new double[places.length];
        double sign = down ? -1 : 1;
        for (int feature = 0; feature < dense.length; feature++) {
            if (dense[feature] != 0 && feature != 0) {
                offer(places, most, feature, sign * dense[feature] * along(weights.dense(), feature * worth.length));
            }
        }
        for (int group = 0; group < groups.length; group++) {
            double sum = 0;
            for (int i = 0; i < worth.length; i++) {
                sum += groups[group][i] * worth[i];
            }
            offer(places, most, dense.length + group, sign * sum);
        }
        return places;
    }

    private double along(float[] matrix, int from) {
        double sum = 0;
        for (int i = 0; i < worth.length; i++) {
            sum += matrix[from + i] * worth[i];
        }
        return sum;
    }

    private static void offer(short[] places, double[] most, int place, double strength) {
        int at = places.length;
        while (at > 0 && strength > most[at - 1]) {
            at--;
        }
        if (at < places.length) {
            System.arraycopy(places, at, places, at + 1, places.length - at - 1);
            System.arraycopy(most, at, most, at + 1, most.length - at - 1);
            places[at] = (short) place;
            most[at] = strength;
        }
    }
}

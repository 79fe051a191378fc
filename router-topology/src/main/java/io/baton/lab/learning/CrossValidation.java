// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Which conversations are held back when; a conversation is never on both sides. */
final class CrossValidation {

    /** Parts; each is held back once. */
    static final int FOLDS = 5;

    private final int[] foldOfConversation;

    CrossValidation(int conversations, long seed) {
        List<Integer> order =
                new ArrayList<>(IntStream.range(0, conversations).boxed().toList());
        Collections.shuffle(order, new Random(seed));
        foldOfConversation = new int[conversations];
        for (int i = 0; i < conversations; i++) {
            foldOfConversation[order.get(i)] = i % FOLDS;
        }
    }

    /** Places of the lessons that are held back in a fold, or of the others. */
    int[] places(List<Lesson> lessons, int fold, boolean held) {
        return IntStream.range(0, lessons.size())
                .filter(i -> (foldOfConversation[lessons.get(i).conversation()] == fold) == held)
                .toArray();
    }

    /**
     * Scores of all lessons, each by weights that were fitted without its conversation; unlabelled ones are scored too.
     *
     * @param meanings see {@link Fit#weights}
     */
    double[][] scores(List<Lesson> lessons, Rows rows, int classes, Fit.Penalty penalty, int meanings) {
        double[][] scores = new double[lessons.size()][classes];
        for (int fold = 0; fold < FOLDS; fold++) {
            int[] others = IntStream.of(places(lessons, fold, false))
                    .filter(place -> lessons.get(place).labelled())
                    .toArray();
            double[] weights = Fit.weights(rows.pick(others), classes, penalty, meanings);
            for (int place : places(lessons, fold, true)) {
                rows.scores(place, weights, scores[place]);
            }
        }
        return scores;
    }
}

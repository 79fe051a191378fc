// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.modelfile;

import java.util.Map;

/**
 * What a model is and what it is worth, kept with it.
 *
 * @param label name of the label it was learned from
 * @param newestEvent time of the newest event it was learned from, ISO 8601; empty where none is dated. Not the time of learning: the same
 *     input gives the same bytes
 * @param conversations how many conversations it was learned from
 * @param labels how many labels of each class
 * @param ofClosings how many of all labels belong to ends of conversations
 * @param spread whether messages had no labels of their own and were given that of their conversation's end
 * @param settings seed, folds and what cross-validation chose
 * @param crossValidation figures on conversations that were held back while it was fitted
 */
public record Card(
        String label,
        String newestEvent,
        int conversations,
        Map<Integer, Integer> labels,
        int ofClosings,
        boolean spread,
        Map<String, Double> settings,
        Map<String, Double> crossValidation) {}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.modelfile;

import io.baton.policy.learning.Alert;
import io.baton.policy.learning.SecondTier;
import io.baton.policy.learning.TextModel;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A model as a file holds it.
 *
 * @param words hash by name of the word lists that it was learned with; empty in a file that does not say
 * @param second what is asked where the model is unsure; null = nothing
 */
public record StoredModel(
        Card card,
        Alert alert,
        TextModel model,
        SortedMap<String, String> words,
        @Nullable SecondTier second) {

    /** Names of the word lists that differ from these, in order; none where it is not known what it was learned with. */
    public List<String> otherWords(Map<String, String> lists) {
        if (words.isEmpty()) {
            return List.of();
        }
        TreeSet<String> names = new TreeSet<>(words.keySet());
        names.addAll(lists.keySet());
        names.removeIf(name -> Objects.equals(words.get(name), lists.get(name)));
        return List.copyOf(names);
    }
}

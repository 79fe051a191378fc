// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import io.baton.state.Placeholder;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Renumbers the placeholders of several texts of one conversation so that equal values have equal numbers and different values
 * different ones. One instance a packet, fed in event order; not safe for many threads.
 */
public final class PlaceholderNumbers {

    /** A placeholder: group 1 the kind, group 2 the number. */
    static final Pattern FORM = Pattern.compile("\\[([A-Z][A-Z0-9_]*)_([0-9]{1,6})]");

    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Integer> last = new HashMap<>();

    /** The text with the conversation's numbers; {@code placeholders} are those of the event that the text belongs to. */
    public String apply(String text, List<Placeholder> placeholders) {
        if (placeholders.isEmpty() || text.indexOf('[') < 0) {
            return text;
        }
        Map<String, Placeholder> known = new HashMap<>();
        for (Placeholder placeholder : placeholders) {
            known.put(render(placeholder.getKind(), placeholder.getLocal()), placeholder);
        }
        return FORM.matcher(text).replaceAll(match -> {
            Placeholder placeholder = known.get(match.group());
            String replacement =
                    placeholder == null ? match.group() : render(placeholder.getKind(), number(placeholder));
            return Matcher.quoteReplacement(replacement);
        });
    }

    static String render(String kind, int number) {
        return "[" + kind + "_" + number + "]";
    }

    private int number(Placeholder placeholder) {
        return numbers.computeIfAbsent(
                placeholder.getKind() + ' ' + placeholder.getFingerprint(),
                key -> last.merge(placeholder.getKind(), 1, Integer::sum));
    }
}

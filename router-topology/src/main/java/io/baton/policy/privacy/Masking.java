// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import io.baton.state.Placeholder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * The masking of one event: its texts share one numbering, so that the same address has the same number in the message and in
 * the page's URL. Not safe for many threads.
 *
 * <p>Where a text already holds something that looks like a placeholder, because a customer typed it or because it was masked
 * before, its square brackets become round ones. So every placeholder in square brackets is one of ours.
 */
public final class Masking {

    private final Masker masker;
    private final String conversationId;
    /** Made where something is found for the first time: in most events nothing is. */
    private @Nullable Found found;

    Masking(Masker masker, String conversationId) {
        this.masker = masker;
        this.conversationId = conversationId;
    }

    /** The text without its personal data; the same text where there is none. */
    public String mask(String text) {
        if (masker.isHarmless(text)) {
            return text;
        }
        List<Span> spans = masker.spans(text);
        if (spans.isEmpty()) {
            String disarmed = disarmed(text);
            if (disarmed.equals(text)) {
                masker.noteHarmless(text);
            }
            return disarmed;
        }
        StringBuilder masked = new StringBuilder(text.length());
        int from = 0;
        for (Span span : spans) {
            masked.append(disarmed(text.substring(from, span.start())));
            masked.append(PlaceholderNumbers.render(span.kind(), number(span)));
            from = span.end();
        }
        return masked.append(disarmed(text.substring(from))).toString();
    }

    /** As {@link #mask}, of what no person has written and many events repeat, such as a category: once harmless it is not looked at again. */
    public String maskWord(String text) {
        if (masker.isHarmless(text)) {
            return text;
        }
        String masked = mask(text);
        if (masked.equals(text)) {
            masker.noteHarmless(text);
        }
        return masked;
    }

    /** What has been masked so far, one entry a distinct value, in the order of appearance. */
    public List<Placeholder> placeholders() {
        return found == null ? List.of() : List.copyOf(found.placeholders);
    }

    private int number(Span span) {
        if (found == null) {
            found = new Found();
        }
        return found.number(span, conversationId);
    }

    /** What has been found in the texts of one event. */
    private static final class Found {

        private final Map<String, Integer> numbers = new HashMap<>();
        private final Map<String, Integer> last = new HashMap<>();
        private final List<Placeholder> placeholders = new ArrayList<>();

        int number(Span span, String conversationId) {
            return numbers.computeIfAbsent(span.kind() + ' ' + span.value(), key -> {
                int number = last.merge(span.kind(), 1, Integer::sum);
                int fingerprint = Fingerprint.of(conversationId, span.kind(), span.value());
                placeholders.add(new Placeholder(span.kind(), number, fingerprint));
                return number;
            });
        }
    }

    private String disarmed(String text) {
        if (text.indexOf('[') < 0) {
            return text;
        }
        Matcher matcher = PlaceholderNumbers.FORM.matcher(text);
        return matcher.replaceAll(match -> {
            String found = match.group();
            boolean ours = masker.kinds().contains(match.group(1));
            return Matcher.quoteReplacement(ours ? "(" + found.substring(1, found.length() - 1) + ")" : found);
        });
    }
}

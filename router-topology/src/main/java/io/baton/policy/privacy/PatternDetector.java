// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A kind that the policy describes by a pattern, such as a national id.
 *
 * <p>Some patterns take exponential time on some texts. The reading of characters is therefore counted; a text on which the
 * pattern would take too long is masked as a whole, because nobody can say that it does not hold the kind. A pattern that asks
 * for digits is not tried on a text that has too few: most messages have none, and a pattern costs microseconds. Where it is tried, it is
 * tried only at characters that a match can begin with, as far as that is known.
 */
final class PatternDetector implements Detector {

    /** Characters a pattern may read for each one of the text; an ordinary pattern reads a handful. */
    private static final int READS_PER_CHARACTER = 500;

    private static final int READS_AT_LEAST = 50_000;

    private final String kind;
    private final Pattern pattern;
    private final int minDigits;
    private final @Nullable PatternStart start;

    PatternDetector(String kind, Pattern pattern) {
        this.kind = kind;
        this.pattern = pattern;
        this.minDigits = DigitsNeeded.by(pattern);
        this.start = PatternStart.of(pattern);
    }

    @Override
    public String kind() {
        return kind;
    }

    @Override
    public boolean worthwhile(Glance glance) {
        return glance.digits() >= minDigits;
    }

    @Override
    public void find(String text, List<Span> found) {
        int before = found.size();
        try {
            Matcher matcher = pattern.matcher(new Counted(text));
            if (start == null) {
                findAnywhere(matcher, text, found);
            } else {
                findFrom(start, matcher, text, found);
            }
        } catch (TooDear | StackOverflowError e) {
            found.subList(before, found.size()).clear();
            found.add(span(text, 0, text.length()));
        }
    }

    private void findAnywhere(Matcher matcher, String text, List<Span> found) {
        while (matcher.find()) {
            if (matcher.end() > matcher.start()) {
                found.add(span(text, matcher.start(), matcher.end()));
            }
        }
    }

    /** The same places: what stands in front of a region is seen as if the text had been read up to there. */
    private void findFrom(PatternStart known, Matcher matcher, String text, List<Span> found) {
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        int at = 0;
        while (at < text.length()) {
            if (known.possible(text, at) && matcher.region(at, text.length()).lookingAt()) {
                found.add(span(text, matcher.start(), matcher.end()));
                at = matcher.end();
            } else {
                at++;
            }
        }
    }

    private Span span(String text, int start, int end) {
        StringBuilder value = new StringBuilder(end - start);
        for (int i = start; i < end; i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                value.append(text.charAt(i));
            }
        }
        return new Span(start, end, kind, value.toString().toUpperCase(Locale.ROOT));
    }

    private static final class TooDear extends RuntimeException {

        TooDear() {
            super("pattern", null, false, false);
        }
    }

    /** The text, which refuses to be read more often than is reasonable. */
    private static final class Counted implements CharSequence {

        private final String text;
        private long left;

        Counted(String text) {
            this.text = text;
            this.left = READS_AT_LEAST + (long) READS_PER_CHARACTER * text.length();
        }

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (--left < 0) {
                throw new TooDear();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return text.subSequence(start, end);
        }

        @Override
        public String toString() {
            return text;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.yaml.Value;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/**
 * A pattern of a further detector. It meets every message that comes in, so one that backtracks without end would stop
 * the partition: before it is accepted it is tried on texts that such patterns stumble over, with a budget.
 */
final class DetectorPattern {

    /** Longest pattern, in characters. */
    static final int MAX_CHARS = 300;

    private static final int PROBE_CHARS = 1_500;
    private static final int STEPS_A_PROBE = 300_000;
    private static final Pattern NEVER = Pattern.compile("(?!)");
    private static final Pattern BACK_REFERENCE = Pattern.compile("\\\\(?:[1-9]|k<)");
    private static final List<String> PROBES =
            List.of("0", "a", "A", " ", "-", "0-", "a0", "A1", "a ", "0 ", "aA0._- ");

    private DetectorPattern() {}

    static Pattern read(Value value) {
        Optional<String> text = value.scalar("a regular expression");
        if (text.isEmpty()) {
            return NEVER;
        }
        try {
            Pattern pattern = Pattern.compile(text.get());
            String problem = problem(pattern);
            if (problem != null) {
                value.fail(problem);
            }
            return pattern;
        } catch (PatternSyntaxException wrong) {
            value.failAt(Math.max(0, wrong.getIndex()), "is not a regular expression: " + wrong.getDescription());
            return NEVER;
        }
    }

    private static @Nullable String problem(Pattern pattern) {
        if (pattern.pattern().length() > MAX_CHARS) {
            return "must have at most " + MAX_CHARS + " characters (has "
                    + pattern.pattern().length() + ")";
        }
        if (BACK_REFERENCE.matcher(pattern.pattern()).find()) {
            return "must not refer back to a group";
        }
        if (pattern.matcher("").find() || pattern.matcher(" ").find()) {
            return "must not match nothing or a space, it would mask everything";
        }
        boolean slow = PROBES.stream().anyMatch(probe -> isSlowOn(pattern, probe));
        return slow ? "takes too long on ordinary texts; bound its repetitions, as in {1,20}" : null;
    }

    private static boolean isSlowOn(Pattern pattern, String probe) {
        Metered text = new Metered(probe.repeat(PROBE_CHARS / probe.length()) + "!", new AtomicInteger(STEPS_A_PROBE));
        try {
            boolean found = pattern.matcher(text).find();
            return found && text.budget().get() < 0;
        } catch (Exhausted | StackOverflowError spent) {
            return true;
        }
    }

    /** A text that counts how often it is looked at, and gives up when that is too often. */
    private record Metered(String text, AtomicInteger budget) implements CharSequence {

        @Override
        public int length() {
            return text.length();
        }

        @Override
        public char charAt(int index) {
            if (budget.decrementAndGet() < 0) {
                throw new Exhausted();
            }
            return text.charAt(index);
        }

        @Override
        public CharSequence subSequence(int start, int end) {
            return new Metered(text.substring(start, end), budget);
        }

        @Override
        public String toString() {
            return text;
        }
    }

    private static final class Exhausted extends RuntimeException {
        private static final long serialVersionUID = 1;

        Exhausted() {
            super("budget spent", null, false, false);
        }
    }
}

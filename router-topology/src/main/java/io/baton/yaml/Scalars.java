// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.yaml;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Single values of the usual kinds. Each says in its message what is allowed. */
public final class Scalars {

    /** Longest text of a single value, in characters. */
    public static final int MAX_TEXT = 2_000;

    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{0,62}");
    private static final Pattern NUMBER = Pattern.compile("[-+]?[0-9][0-9_]{0,17}([.][0-9]{1,9})?");
    private static final Pattern DURATION = Pattern.compile("([0-9]{1,9})(ms|s|m|h|d)");
    private static final Map<String, Long> UNITS =
            Map.of("ms", 1L, "s", 1_000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

    private Scalars() {}

    /** A text that is not empty; {@code ""} where nothing is given. */
    public static String text(Value value) {
        String text = textOrNull(value);
        return text == null ? "" : text;
    }

    /** A text that is not empty; null where nothing is given. */
    public static @Nullable String textOrNull(Value value) {
        Optional<String> text = value.scalar("a text").map(String::strip);
        if (text.isPresent() && (text.get().isEmpty() || text.get().length() > MAX_TEXT)) {
            value.fail("must be a text of 1 to " + MAX_TEXT + " characters (has "
                    + text.get().length() + ")");
        }
        return text.orElse(null);
    }

    /** A name that topics, keys and figures can carry. */
    public static String id(Value value) {
        return value.as(
                "a name of lower-case letters, digits and hyphens, at most 63",
                text -> Optional.of(text).filter(t -> ID.matcher(t).matches()),
                "");
    }

    public static int whole(Value value, int min, int max, int otherwise) {
        return value.as(
                "a whole number between " + min + " and " + max,
                text -> number(text)
                        .filter(n -> n.stripTrailingZeros().scale() <= 0 && within(n, min, max))
                        .map(BigDecimal::intValueExact),
                otherwise);
    }

    public static double decimal(Value value, double min, double max, double otherwise) {
        return value.as(between(min, max), text -> decimal(text, min, max), otherwise);
    }

    /** The number that a text says, if it is one in the range. */
    public static Optional<Double> decimal(String text, double min, double max) {
        return number(text).filter(n -> within(n, min, max)).map(BigDecimal::doubleValue);
    }

    /** How a range is said in a message. */
    public static String between(double min, double max) {
        return "between " + plain(min) + " and " + plain(max);
    }

    public static boolean flag(Value value, boolean otherwise) {
        return value.as(
                "true or false",
                text -> text.equals("true") || text.equals("false")
                        ? Optional.of(text.equals("true"))
                        : Optional.empty(),
                otherwise);
    }

    /** A duration such as {@code 90s}, in milliseconds. */
    public static long millis(Value value, Duration min, Duration max, Duration otherwise) {
        return value.as(
                "a duration between " + said(min) + " and " + said(max) + " such as 500ms, 90s, 15m, 2h or 7d",
                text -> millis(text).filter(m -> m >= min.toMillis() && m <= max.toMillis()),
                otherwise.toMillis());
    }

    /** The milliseconds that a text such as {@code 90s} says, if it is a duration. */
    public static Optional<Long> millis(String text) {
        Matcher duration = DURATION.matcher(text);
        return duration.matches()
                ? Optional.of(Long.parseLong(duration.group(1)) * UNITS.getOrDefault(duration.group(2), 1L))
                : Optional.empty();
    }

    /** A constant by its name in lower case with hyphens, such as {@code raise-priority}. */
    public static <E extends Enum<E>> E choice(Value value, Class<E> kind, E otherwise) {
        Map<String, E> known = new TreeMap<>();
        for (E constant : kind.getEnumConstants()) {
            known.put(constant.name().toLowerCase(Locale.ROOT).replace('_', '-'), constant);
        }
        return value.as(
                "one of " + String.join(", ", known.keySet()), text -> Optional.ofNullable(known.get(text)), otherwise);
    }

    private static Optional<BigDecimal> number(String text) {
        return NUMBER.matcher(text).matches() ? Optional.of(new BigDecimal(text.replace("_", ""))) : Optional.empty();
    }

    private static boolean within(BigDecimal number, double min, double max) {
        return number.compareTo(BigDecimal.valueOf(min)) >= 0 && number.compareTo(BigDecimal.valueOf(max)) <= 0;
    }

    private static String plain(double number) {
        return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }

    private static String said(Duration duration) {
        long millis = duration.toMillis();
        for (String unit : new String[] {"d", "h", "m", "s"}) {
            long size = UNITS.getOrDefault(unit, 1L);
            if (millis > 0 && millis % size == 0) {
                return millis / size + unit;
            }
        }
        return millis + "ms";
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.state.MetricDelta;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which row of figures: one channel, window, category and segment. There are no roll-up rows, so adding up the rows of one
 * grain counts nothing twice.
 *
 * @param start first millisecond of the window; windows begin at multiples of their length since 1970, UTC
 * @param category issue category; {@value #UNCLASSIFIED} where none is known
 */
public record MetricKey(Channel channel, Grain grain, long start, String category, String segment)
        implements Comparable<MetricKey> {

    /** Category of conversations of which none is known. */
    public static final String UNCLASSIFIED = "unclassified";

    private static final Grain[] GRAINS = Grain.values();

    private static final Comparator<MetricKey> ORDER = Comparator.comparingLong(MetricKey::start)
            .thenComparing(MetricKey::grain)
            .thenComparing(MetricKey::channel)
            .thenComparing(MetricKey::category)
            .thenComparing(MetricKey::segment);

    /** The row that counts what happened at {@code at}, epoch milliseconds. */
    static MetricKey at(Channel channel, Grain grain, long at, @Nullable String category, String segment) {
        return new MetricKey(channel, grain, startOf(grain, at), category(category), segment);
    }

    /** Whether facts of there belong to this row. */
    boolean holds(Where where) {
        return channel == where.channel()
                && where.at() >= start
                && where.at() < end()
                && category.equals(category(where.category()))
                && segment.equals(where.segment());
    }

    private static String category(@Nullable String named) {
        return named == null || named.isEmpty() ? UNCLASSIFIED : named;
    }

    public static MetricKey of(MetricDelta delta) {
        return new MetricKey(
                delta.getChannel(), delta.getGrain(), delta.getStart(), delta.getCategory(), delta.getSegment());
    }

    /** What {@link #text} was made of. */
    public static MetricKey of(String text) {
        String[] parts = text.split("\\|", -1);
        return new MetricKey(
                Channel.valueOf(parts[0]),
                Grain.valueOf(parts[1]),
                Long.parseLong(parts[2]),
                unescaped(parts[3]),
                unescaped(parts[4]));
    }

    /** The rows that a minute's delta is part of: its minute, its hour and its day. */
    public static List<MetricKey> rows(MetricDelta delta) {
        List<MetricKey> rows = new ArrayList<>(GRAINS.length);
        for (Grain grain : GRAINS) {
            rows.add(at(delta.getChannel(), grain, delta.getStart(), delta.getCategory(), delta.getSegment()));
        }
        return rows;
    }

    /** What rows of all times have in common, {@code <channel>|<category>|<segment>}: whoever has one of them has them all. */
    public static String series(MetricDelta delta) {
        return delta.getChannel() + "|" + escaped(delta.getCategory()) + "|" + escaped(delta.getSegment());
    }

    /** First millisecond after the window. */
    public long end() {
        return start + length(grain);
    }

    /** Key of the record on the metrics topics: {@code <channel>|<grain>|<start ms>|<category>|<segment>}. */
    public String text() {
        return channel + "|" + grain + "|" + start + "|" + escaped(category) + "|" + escaped(segment);
    }

    /** The same behind the end of the window, so that rows are kept in the order in which their retention ends. */
    public String textByEnd() {
        return endPrefix(end()) + "|" + text();
    }

    /** The grain of a row by its {@link #textByEnd}. */
    public static Grain grainOf(String textByEnd) {
        return of(textByEnd.substring(textByEnd.indexOf('|') + 1)).grain();
    }

    /** Greater than the {@link #textByEnd} of every window that ends before {@code end}, and of no other. */
    public static String endPrefix(long end) {
        String hex = Long.toHexString(end ^ Long.MIN_VALUE);
        return "0".repeat(16 - hex.length()) + hex;
    }

    /** First millisecond of the window of that moment. */
    public static long startOf(Grain grain, long at) {
        return Math.floorDiv(at, length(grain)) * length(grain);
    }

    /** Length of a window in milliseconds. */
    public static long length(Grain grain) {
        return switch (grain) {
            case MINUTE -> 60_000L;
            case HOUR -> 3_600_000L;
            case DAY -> 86_400_000L;
        };
    }

    /** A platform may call a category whatever it likes; two rows must never share a key. */
    private static String escaped(String name) {
        return name.replace("%", "%25").replace("|", "%7C");
    }

    private static String unescaped(String name) {
        return name.replace("%7C", "|").replace("%25", "%");
    }

    @Override
    public int compareTo(MetricKey other) {
        return ORDER.compare(this, other);
    }
}

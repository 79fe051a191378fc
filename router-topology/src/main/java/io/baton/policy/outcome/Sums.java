// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.state.Figure;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What figures of one row have come to, in the order of their names. Whole numbers throughout: a double holds them exactly up to
 * 2^53, so that sums do not depend on the order in which they were added up.
 *
 * <p>Arrays side by side rather than a map of objects: with many rows none is at hand in the processor's cache, and what a row costs is
 * how many places of memory have to be fetched for it. Used by one thread.
 */
final class Sums {

    private static final int ROOM = 8;

    private String[] names;
    private long[] numerators;
    private long[] denominators;
    /** Distribution of what went in; empty where the measure has none. */
    private LogHistogram[] values;

    private int size;

    /** @param room figures for which there is room at first */
    Sums(int room) {
        names = new String[room];
        numerators = new long[room];
        denominators = new long[room];
        values = new LogHistogram[room];
    }

    /** @throws IllegalArgumentException where a distribution cannot be read */
    static Sums of(List<Figure> figures) {
        Sums sums = new Sums(figures.size());
        for (Figure figure : figures) {
            ByteBuffer sketch = figure.getSketch();
            sums.add(
                    FigureNames.shared(figure.getMeasure()),
                    (long) figure.getNumerator(),
                    (long) figure.getDenominator(),
                    sketch == null ? LogHistogram.EMPTY : LogHistogram.fromBytes(sketch));
        }
        return sums;
    }

    private void add(String name, long numerator, long denominator, LogHistogram value) {
        // What is read comes in order, and goes to the end.
        int place = size > 0 && names[size - 1].compareTo(name) < 0 ? size : Arrays.binarySearch(names, 0, size, name);
        if (place >= 0 && place < size) {
            more(place, numerator, denominator, value);
        } else {
            insert(place < 0 ? -place - 1 : place, name, numerator, denominator, value);
        }
    }

    void add(Sums other) {
        int place = 0;
        for (int i = 0; i < other.size; i++) {
            String name = other.names[i];
            int order = 1;
            while (place < size && (order = order(names[place], name)) < 0) {
                place++;
            }
            if (place < size && order == 0) {
                more(place, other.numerators[i], other.denominators[i], other.values[i]);
            } else {
                insert(place, name, other.numerators[i], other.denominators[i], other.values[i]);
            }
        }
    }

    private static int order(String one, String other) {
        return isSame(one, other) ? 0 : one.compareTo(other);
    }

    @SuppressWarnings("ReferenceEquality") // names are shared; where they are not, they are compared
    private static boolean isSame(String one, String other) {
        return one == other;
    }

    private void more(int place, long numerator, long denominator, LogHistogram value) {
        numerators[place] += numerator;
        denominators[place] += denominator;
        values[place] = values[place].plus(value);
    }

    private void insert(int place, String name, long numerator, long denominator, LogHistogram value) {
        if (size == names.length) {
            int room = Math.max(ROOM, size + size / 2);
            names = Arrays.copyOf(names, room);
            numerators = Arrays.copyOf(numerators, room);
            denominators = Arrays.copyOf(denominators, room);
            values = Arrays.copyOf(values, room);
        }
        int behind = size - place;
        System.arraycopy(names, place, names, place + 1, behind);
        System.arraycopy(numerators, place, numerators, place + 1, behind);
        System.arraycopy(denominators, place, denominators, place + 1, behind);
        System.arraycopy(values, place, values, place + 1, behind);
        names[place] = name;
        numerators[place] = numerator;
        denominators[place] = denominator;
        values[place] = value;
        size++;
    }

    /** As kept in stores and sent on, in the order of names. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>(size);
        for (int i = 0; i < size; i++) {
            @Nullable ByteBuffer sketch = values[i].isEmpty() ? null : values[i].toBytes();
            figures.add(new Figure(names[i], (double) numerators[i], (double) denominators[i], sketch));
        }
        return figures;
    }

    /** By name, to be read. */
    NavigableMap<String, Tally> tallies() {
        NavigableMap<String, Tally> tallies = new TreeMap<>();
        for (int i = 0; i < size; i++) {
            tallies.put(names[i], new Tally(numerators[i], denominators[i], values[i]));
        }
        return tallies;
    }
}

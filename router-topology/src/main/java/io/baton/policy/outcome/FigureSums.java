// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outcome;

import io.baton.state.Figure;
import io.baton.state.MetricDelta;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Changes of one row, added up until they are sent on. Used by one thread. */
public final class FigureSums {

    private static final Map<String, Measures> TABLE =
            Arrays.stream(Measures.values()).collect(Collectors.toUnmodifiableMap(Measures::id, measure -> measure));

    private static final Comparator<Figure> BY_NAME = Comparator.comparing(Figure::getMeasure);

    private final MetricKey key;
    private final String text;

    private final Map<Measures, FigureSum> plain = new EnumMap<>(Measures.class);

    /** Those of families by the names in them, so that the whole name is put together once. */
    private final Map<Measures, Map<String, FigureSum>> families = new EnumMap<>(Measures.class);

    /** What an earlier release has kept that is in no table any more. */
    private final Map<String, FigureSum> others = new HashMap<>(0);

    private long updatedAt = Long.MIN_VALUE;

    private FigureSums(MetricKey key) {
        this.key = key;
        this.text = key.text();
    }

    public static FigureSums of(RowChange change) {
        FigureSums sums = new FigureSums(change.key());
        sums.add(change);
        return sums;
    }

    /** What {@link #delta} gave. */
    public static FigureSums of(MetricDelta kept) {
        FigureSums sums = new FigureSums(MetricKey.of(kept));
        kept.getFigures().forEach(figure -> sums.sum(figure.getMeasure()).add(figure));
        sums.updatedAt = kept.getUpdatedAt();
        return sums;
    }

    /** @param change of the same row */
    public void add(RowChange change) {
        change.added().forEach(fact -> sum(fact).add(fact));
        change.takenBack().forEach(fact -> sum(fact).takeBack(fact));
        updatedAt = Math.max(updatedAt, change.updatedAt());
    }

    private FigureSum sum(Fact fact) {
        return fact.name().isEmpty() ? sum(fact.measure()) : sum(fact.measure(), fact.name());
    }

    private FigureSum sum(String figure) {
        int point = figure.indexOf('.');
        Measures measure = TABLE.get(point < 0 ? figure : figure.substring(0, point));
        if (measure == null) {
            return others.computeIfAbsent(figure, FigureSum::new);
        }
        return point < 0 ? sum(measure) : sum(measure, figure.substring(point + 1));
    }

    private FigureSum sum(Measures family, String name) {
        Map<String, FigureSum> members = families.computeIfAbsent(family, of -> new HashMap<>());
        FigureSum known = members.get(name);
        if (known == null) {
            known = new FigureSum(Fact.figure(family, name));
            members.put(name, known);
        }
        return known;
    }

    private FigureSum sum(Measures measure) {
        return plain.computeIfAbsent(measure, of -> new FigureSum(of.id()));
    }

    /** The row. */
    public MetricKey key() {
        return key;
    }

    /** {@link MetricKey#text} of the row. */
    public String text() {
        return text;
    }

    /** Whether nothing is left of what went in. */
    public boolean isEmpty() {
        return isZero(plain.values())
                && families.values().stream().allMatch(members -> isZero(members.values()))
                && isZero(others.values());
    }

    private static boolean isZero(Collection<FigureSum> sums) {
        for (FigureSum sum : sums) {
            if (!sum.isZero()) {
                return false;
            }
        }
        return true;
    }

    /** All of it as one delta, figures in the order of their names. */
    public MetricDelta delta() {
        List<Figure> figures = new ArrayList<>();
        put(plain.values(), figures);
        families.values().forEach(members -> put(members.values(), figures));
        put(others.values(), figures);
        figures.sort(BY_NAME);
        return new MetricDelta(
                key.channel(), key.grain(), key.start(), key.category(), key.segment(), figures, updatedAt);
    }

    private static void put(Collection<FigureSum> sums, List<Figure> figures) {
        for (FigureSum sum : sums) {
            if (!sum.isZero()) {
                figures.add(sum.figure());
            }
        }
    }

    @Override
    public String toString() {
        return delta().toString();
    }
}

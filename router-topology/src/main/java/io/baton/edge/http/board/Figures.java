// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http.board;

import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/**
 * Figures added up over categories and segments.
 *
 * @param windows by start of the window, milliseconds since 1970: the sums of each measure
 * @param categories every category that a window of the channel has, whatever was asked for
 * @param segments likewise
 * @param updatedAt latest event time that went in, milliseconds since 1970; 0 = none
 */
public record Figures(
        SortedMap<Long, Map<String, Sum>> windows,
        SortedSet<String> categories,
        SortedSet<String> segments,
        long updatedAt) {

    /**
     * A measure added up.
     *
     * @param rows how many rows went in; a quantile of several rows cannot be had from theirs
     * @param value of the only row; NaN where there are several or it has none
     */
    public record Sum(double numerator, double denominator, int rows, double value, String unit) {

        /** Both together. */
        public Sum plus(Sum other) {
            return new Sum(
                    numerator + other.numerator, denominator + other.denominator, rows + other.rows, Double.NaN, unit);
        }
    }
}

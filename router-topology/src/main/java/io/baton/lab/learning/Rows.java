// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import java.util.Arrays;

/**
 * A sparse matrix, a row an example. The first columns are the dense features, the others hashed ones that are known.
 *
 * @param starts where each row begins; one more than there are rows
 * @param columns column of each entry
 * @param values value of each entry
 * @param labels class of each row
 * @param width how many columns there are
 */
record Rows(int[] starts, int[] columns, float[] values, int[] labels, int width) {

    int size() {
        return labels.length;
    }

    /** The rows of these numbers. */
    Rows pick(int[] rows) {
        int entries = 0;
        for (int row : rows) {
            entries += starts[row + 1] - starts[row];
        }
        int[] pickedStarts = new int[rows.length + 1];
        int[] pickedColumns = new int[entries];
        float[] pickedValues = new float[entries];
        int[] pickedLabels = new int[rows.length];
        int at = 0;
        for (int i = 0; i < rows.length; i++) {
            int from = starts[rows[i]];
            int length = starts[rows[i] + 1] - from;
            System.arraycopy(columns, from, pickedColumns, at, length);
            System.arraycopy(values, from, pickedValues, at, length);
            at += length;
            pickedStarts[i + 1] = at;
            pickedLabels[i] = labels[rows[i]];
        }
        return new Rows(pickedStarts, pickedColumns, pickedValues, pickedLabels, width);
    }

    /** The same with each column multiplied. */
    Rows scaled(float[] factors) {
        float[] scaled = Arrays.copyOf(values, values.length);
        for (int i = 0; i < scaled.length; i++) {
            scaled[i] *= factors[columns[i]];
        }
        return new Rows(starts, columns, scaled, labels, width);
    }

    /** The same with more columns at the end, each filled in each row. */
    Rows with(float[][] more) {
        int extra = more[0].length;
        int[] newStarts = new int[starts.length];
        int[] newColumns = new int[columns.length + size() * extra];
        float[] newValues = new float[newColumns.length];
        int at = 0;
        for (int row = 0; row < size(); row++) {
            int length = starts[row + 1] - starts[row];
            System.arraycopy(columns, starts[row], newColumns, at, length);
            System.arraycopy(values, starts[row], newValues, at, length);
            at += length;
            for (int i = 0; i < extra; i++) {
                newColumns[at] = width + i;
                newValues[at++] = more[row][i];
            }
            newStarts[row + 1] = at;
        }
        return new Rows(newStarts, newColumns, newValues, labels, width + extra);
    }

    /** Scores of a row: one a class. */
    void scores(int row, double[] weights, double[] into) {
        Arrays.fill(into, 0);
        int classes = into.length;
        for (int at = starts[row]; at < starts[row + 1]; at++) {
            int from = columns[at] * classes;
            for (int i = 0; i < classes; i++) {
                into[i] += values[at] * weights[from + i];
            }
        }
    }
}

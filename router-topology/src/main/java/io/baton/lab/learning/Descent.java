// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Limited-memory BFGS with backtracking. The loss is smooth and convex, so that this is enough; sums go in one order on one thread, so that
 * two runs give the same bits.
 */
final class Descent {

    private static final int MEMORY = 7;
    private static final int MOST_HALVINGS = 25;
    /** Share of the promised decrease that a step must bring. */
    private static final double ENOUGH = 1e-4;
    /** Relative decrease below which it is over. */
    private static final double CLOSE = 1e-6;

    private record Step(double[] move, double[] change, double scale) {}

    private Descent() {}

    /**
     * Weights near the minimum.
     *
     * @param start is not changed
     */
    static double[] minimise(Softmax loss, double[] start, int mostSteps) {
        double[] weights = start.clone();
        double[] slope = new double[weights.length];
        double value = loss.at(weights, slope);
        Deque<Step> memory = new ArrayDeque<>();
        for (int step = 0; step < mostSteps; step++) {
            double[] direction = direction(slope, memory);
            double promised = dot(slope, direction);
            double length = memory.isEmpty() ? 1 / Math.max(1, Math.sqrt(dot(slope, slope))) : 1;
            double[] tried = new double[weights.length];
            double[] triedSlope = new double[weights.length];
            double triedValue = value;
            boolean better = false;
            for (int halving = 0; halving < MOST_HALVINGS && !better; halving++) {
                for (int i = 0; i < weights.length; i++) {
                    tried[i] = weights[i] + length * direction[i];
                }
                triedValue = loss.at(tried, triedSlope);
                better = triedValue <= value + ENOUGH * length * promised;
                length /= 2;
            }
            if (!better) {
                return weights;
            }
            remember(memory, weights, tried, slope, triedSlope);
            boolean close = value - triedValue <= CLOSE * Math.abs(value);
            weights = tried;
            slope = triedSlope;
            value = triedValue;
            if (close) {
                return weights;
            }
        }
        return weights;
    }

    private static void remember(Deque<Step> memory, double[] from, double[] to, double[] slope, double[] newSlope) {
        double[] move = new double[from.length];
        double[] change = new double[from.length];
        for (int i = 0; i < from.length; i++) {
            move[i] = to[i] - from[i];
            change[i] = newSlope[i] - slope[i];
        }
        double curvature = dot(move, change);
        if (curvature > 1e-12) {
            memory.addLast(new Step(move, change, 1 / curvature));
            if (memory.size() > MEMORY) {
                memory.removeFirst();
            }
        }
    }

    private static double[] direction(double[] slope, Deque<Step> memory) {
        double[] direction = slope.clone();
        double[] shares = new double[memory.size()];
        int at = memory.size();
        for (Iterator<Step> newest = memory.descendingIterator(); newest.hasNext(); ) {
            Step step = newest.next();
            at--;
            shares[at] = step.scale * dot(step.move, direction);
            add(direction, step.change, -shares[at]);
        }
        if (!memory.isEmpty()) {
            Step last = memory.getLast();
            scale(direction, 1 / (last.scale * dot(last.change, last.change)));
        }
        for (Step step : memory) {
            add(direction, step.move, shares[at] - step.scale * dot(step.change, direction));
            at++;
        }
        scale(direction, -1);
        return direction;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += a[i] * b[i];
        }
        return sum;
    }

    private static void add(double[] to, double[] what, double times) {
        for (int i = 0; i < to.length; i++) {
            to[i] += times * what[i];
        }
    }

    private static void scale(double[] values, double by) {
        for (int i = 0; i < values.length; i++) {
            values[i] *= by;
        }
    }
}

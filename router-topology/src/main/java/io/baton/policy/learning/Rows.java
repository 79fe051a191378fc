// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/**
 * Weights of a model, a row a feature and in it a weight a class.
 *
 * <p>Sums go three classes at a time: sums that stay in registers take less than such as are written back a feature. In each class
 * the terms still come in the order of the features, from 0, and what is left out is what was always left out, so that a sum is the
 * same to the last bit, whatever the weights are. Where no three classes are left, the last one is summed more than once.
 */
final class Rows {

    private static final int AT_ONCE = 3;

    private final float[] weights;
    private final int classes;

    /** @param weights by feature, then class; not to be changed */
    Rows(float[] weights, int classes) {
        this.weights = weights;
        this.classes = classes;
    }

    /**
     * What numbers speak for, a sum a class. A feature that is 0, of either sign, is no term, not even where a weight is infinite.
     *
     * @param features one a row
     */
    double[] weighted(float[] features) {
        double[] sums = new double[classes];
        for (int first = 0; first < classes; first += AT_ONCE) {
            int second = Math.min(first + 1, classes - 1);
            int third = Math.min(first + 2, classes - 1);
            double one = 0;
            double two = 0;
            double three = 0;
            for (int from = 0; from < features.length; from += Long.SIZE) {
                for (long used = used(features, from); used != 0; used &= used - 1) {
                    int feature = from + Long.numberOfTrailingZeros(used);
                    float value = features[feature];
                    int row = feature * classes;
                    one += value * weights[row + first];
                    two += value * weights[row + second];
                    three += value * weights[row + third];
                }
            }
            sums[first] = one;
            sums[second] = two;
            sums[third] = three;
        }
        return sums;
    }

    /** The sum of the first so many of these rows, a sum a class. */
    double[] total(int[] rows, int count) {
        double[] sums = new double[classes];
        for (int first = 0; first < classes; first += AT_ONCE) {
            int second = Math.min(first + 1, classes - 1);
            int third = Math.min(first + 2, classes - 1);
            double one = 0;
            double two = 0;
            double three = 0;
            for (int n = 0; n < count; n++) {
                int row = rows[n] * classes;
                one += weights[row + first];
                two += weights[row + second];
                three += weights[row + third];
            }
            sums[first] = one;
            sums[second] = two;
            sums[third] = three;
        }
        return sums;
    }

    /**
     * Which of 64 features from this one on are not 0, a bit each. More than two thirds of a message's are 0, and which ones they are
     * no processor guesses, so they are sorted out without a branch.
     */
    private static long used(float[] features, int from) {
        int to = Math.min(features.length, from + Long.SIZE);
        long used = 0;
        for (int feature = from; feature < to; feature++) {
            int unsigned = Float.floatToRawIntBits(features[feature]) << 1;
            used |= (long) ((unsigned | -unsigned) >>> 31) << (feature - from);
        }
        return used;
    }
}

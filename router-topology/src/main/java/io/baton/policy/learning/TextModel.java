// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/**
 * A linear model of several classes over {@link Features}, as numbers. Immutable; safe to share.
 *
 * <p>Probabilities are calibrated; which class is decided for is another question, answered with an offset a class, because the
 * likeliest class of an unbalanced set is too often the largest one.
 */
public final class TextModel {

    /** Added to a probability before its logarithm is taken. */
    static final double LEAST = 1e-12;

    private final Weights weights;
    private final Known known;
    private final Rows dense;
    private final Rows hashed;
    private final Rows closing;
    private final Offsets offsets;
    private final Offsets closingOffsets;

    /**
     * The numbers of a model; all arrays of weights go by feature, then class.
     *
     * @param classes labels in ascending order; the first is the worst
     * @param dense a row a name of {@link Features#denseNames()}
     * @param buckets hashed features that it knows, ascending
     * @param hashed a row a bucket
     * @param closing rows for the end of a conversation: 1, the last message's scores, their mean over the conversation
     * @param temperature divides the scores before they become probabilities, over 0
     * @param offsets added to the logarithms of the probabilities of a message before the largest decides
     * @param closingOffsets the same at the end of a conversation
     */
    public record Weights(
            int[] classes,
            float[] dense,
            int[] buckets,
            float[] hashed,
            float[] closing,
            double temperature,
            double[] offsets,
            double[] closingOffsets) {}

    /** @throws IllegalArgumentException where the numbers do not fit one another; says which */
    public TextModel(Weights weights) {
        int classes = weights.classes.length;
        require(classes >= 2 && classes <= Course.MOST_CLASSES, "2 to " + Course.MOST_CLASSES + " classes");
        require(weights.dense.length == Features.denseNames().size() * classes, "a dense weight a feature and class");
        require(weights.hashed.length == weights.buckets.length * classes, "a hashed weight a bucket and class");
        require(weights.closing.length == closingFeatures(classes) * classes, "closing weights for its classes");
        require(weights.offsets.length == classes && weights.closingOffsets.length == classes, "an offset a class");
        require(weights.temperature > 0, "a temperature over 0");
        this.weights = weights;
        this.known = new Known(weights.buckets);
        this.dense = new Rows(weights.dense, classes);
        this.hashed = new Rows(weights.hashed, classes);
        this.closing = new Rows(weights.closing, classes);
        this.offsets = new Offsets(weights.offsets);
        this.closingOffsets = new Offsets(weights.closingOffsets);
    }

    /** Numbers that fit one another as those of the other model do; only dense weights differ. */
    private TextModel(Weights weights, TextModel other) {
        this.weights = weights;
        this.known = other.known;
        this.dense = new Rows(weights.dense, weights.classes.length);
        this.hashed = other.hashed;
        this.closing = other.closing;
        this.offsets = other.offsets;
        this.closingOffsets = other.closingOffsets;
    }

    /**
     * The same model with other weights of the named features.
     *
     * @param corrections what is added, by feature, then class
     */
    TextModel corrected(double[] corrections) {
        float[] dense = weights.dense.clone();
        for (int i = 0; i < dense.length; i++) {
            dense[i] += (float) corrections[i];
        }
        Weights corrected = new Weights(
                weights.classes,
                dense,
                weights.buckets,
                weights.hashed,
                weights.closing,
                weights.temperature,
                weights.offsets,
                weights.closingOffsets);
        return new TextModel(corrected, this);
    }

    /** Features of a closing for so many classes. */
    public static int closingFeatures(int classes) {
        return 2 * classes + 1;
    }

    /** Labels in ascending order. */
    public int[] classes() {
        return weights.classes.clone();
    }

    /** The numbers; not to be changed. */
    public Weights weights() {
        return weights;
    }

    /** The beginning of a conversation. */
    public Course begin() {
        return new Course(weights.classes.length);
    }

    /** What words of one kind speak for; each of n known ones counts 1/√n. */
    double[] sum(int[] buckets) {
        int[] rows = new int[buckets.length];
        int count = known.places(buckets, rows);
        double[] sum = hashed.total(rows, count);
        double scale = count == 0 ? 0 : 1 / Math.sqrt(count);
        for (int i = 0; i < sum.length; i++) {
            sum[i] *= scale;
        }
        return sum;
    }

    /** What the words of a message, its words in answer to something and the other side's words speak for. */
    double[][] groups(MessageFeatures features, short[] replySum) {
        double[] reply = new double[replySum.length];
        for (int i = 0; i < reply.length; i++) {
            reply[i] = replySum[i] / 256.0;
        }
        return new double[][] {sum(features.grams()), sum(features.crosses()), reply};
    }

    /** Scores of a message before they become probabilities. */
    double[] message(MessageFeatures features, double[][] groups) {
        double[] scores = dense.weighted(features.dense());
        for (int i = 0; i < scores.length; i++) {
            scores[i] += groups[0][i] + groups[1][i] + groups[2][i];
        }
        return scores;
    }

    /** The same for the end of a conversation. */
    double[] closing(Course course) {
        return closing.weighted(closingFeatures(course));
    }

    /** What the end of a conversation is judged by: 1, the last message's scores, their mean over the conversation. */
    static float[] closingFeatures(Course course) {
        int classes = course.lastScore.length;
        float[] features = new float[closingFeatures(classes)];
        features[0] = 1;
        for (int i = 0; i < classes; i++) {
            features[1 + i] = course.lastScore[i] / 256f;
            features[1 + classes + i] = course.meanScore[i] / 256f;
        }
        return features;
    }

    Score decided(double[] scores, boolean closing) {
        double temperature = closing ? 1 : weights.temperature;
        double top = Double.NEGATIVE_INFINITY;
        for (double score : scores) {
            top = Math.max(top, score);
        }
        double[] probabilities = new double[scores.length];
        double total = 0;
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] = StrictMath.exp((scores[i] - top) / temperature);
            total += probabilities[i];
        }
        for (int i = 0; i < scores.length; i++) {
            probabilities[i] /= total;
        }
        int best = (closing ? closingOffsets : offsets).decide(probabilities);
        return new Score(weights.classes[best], probabilities);
    }

    /** Place of the class that is decided for. */
    public static int decide(double[] probabilities, double[] offsets) {
        int best = 0;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < probabilities.length; i++) {
            double value = StrictMath.log(probabilities[i] + LEAST) + offsets[i];
            if (value > most) {
                most = value;
                best = i;
            }
        }
        return best;
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("a model needs " + what);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import com.sun.management.ThreadMXBean;
import io.baton.policy.learning.Course;
import io.baton.policy.learning.Features;
import io.baton.policy.learning.Scorer;
import io.baton.policy.learning.TextModel;
import io.baton.policy.privacy.Masked;
import io.baton.policy.privacy.Masker;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.signal.LexiconScorer;
import io.baton.policy.signal.TextFeatures;
import io.baton.policy.signal.TextScorer;
import io.baton.policyfile.DefaultPolicy;
import io.baton.policyfile.ShippedWords;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * What it costs to mask a message of about 100 characters, to score it with the word lists of the default policy, and to score it with a text model: nanoseconds
 * of the thread's own time, median and range of the rounds, and bytes allocated. Every kind is measured in the same process
 * after all of them have been run, so that no kind profits from code that was compiled for it alone.
 *
 * <p>The model has as many words as one that was learned from 800 conversations, and weights by chance. Its conversations go on for ten
 * messages, the other side answering in between; the one answer a conversation is counted in.
 *
 * <p>Run it three times; what differs by less than the runs do is no difference.
 */
public final class TextBench {

    private static final int WARM_UP = 30;
    private static final int ROUNDS = 101;
    private static final int PASSES = 1;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private static long blackHole;

    private final Masker masker;
    private final TextScorer scorer;
    private final TextModel model = model();
    private final Scorer modelScorer = new Scorer(model, ShippedWords.scorer());
    private Course course = model.begin();

    private TextBench(Ruleset rules) {
        this.masker = new Masker(rules.masking());
        this.scorer = new LexiconScorer(rules.phrases());
    }

    public static void main(String[] args) {
        new TextBench(DefaultPolicy.ruleset()).run(List.of(args));
    }

    /** @param chosen kinds of messages to measure; all where empty */
    private void run(List<String> chosen) {
        List<String> plain = SampleTexts.plain(masker);
        Map<String, List<String>> kinds = new LinkedHashMap<>();
        kinds.put("plain", plain);
        kinds.put(
                "no digit",
                plain.stream()
                        .filter(text -> text.chars().noneMatch(Character::isDigit))
                        .toList());
        kinds.put("order number", SampleTexts.with(plain, i -> "order 77" + (4100 + i)));
        kinds.put("date, amount", SampleTexts.with(plain, i -> "2026-03-0" + (1 + i % 9) + " at 09:15, $" + i + ".90"));
        kinds.put("emoji", SampleTexts.with(plain, i -> "caf\u00E9 \uD83D\uDE21 \u2026"));
        kinds.put("e-mail", SampleTexts.with(plain, i -> "jane.roe" + i + "@example.com"));
        kinds.put("telephone", SampleTexts.with(plain, i -> "(415) 555-0" + (100 + i % 100)));
        kinds.put("+telephone", SampleTexts.with(plain, i -> "+1 415 555 0" + (100 + i % 100)));
        kinds.put("card", SampleTexts.with(plain, i -> "4111 1111 1111 1111"));
        kinds.keySet().removeIf(kind -> !chosen.isEmpty() && !chosen.contains(kind));
        for (int i = 0; i < WARM_UP; i++) {
            for (List<String> texts : kinds.values()) {
                blackHole += pass(texts, this::mask)
                        + pass(texts, this::score)
                        + pass(texts, this::both)
                        + pass(texts, this::model);
            }
        }
        System.out.printf(Locale.ROOT, "%-14s %32s %32s %32s %32s%n", "", "mask", "word lists", "both", "text model");
        kinds.forEach((kind, texts) -> System.out.printf(
                Locale.ROOT,
                "%-14s %32s %32s %32s %32s%n",
                kind,
                measured(texts, this::mask),
                measured(texts, this::score),
                measured(texts, this::both),
                measured(texts, this::model)));
        System.out.println(
                "ns a message: median (least-most) of " + ROUNDS + " rounds; B allocated; ignore " + blackHole);
    }

    private int mask(String text) {
        Masked masked = masker.mask("conv-1", text);
        return masked.text().length() + masked.placeholders().size();
    }

    private int score(String text) {
        TextFeatures features = scorer.score(text);
        return (int) features.sketch() + features.words() + (features.valence() < 0 ? 1 : 0);
    }

    private int both(String text) {
        return score(masker.mask("conv-1", text).text());
    }

    private int model(String text) {
        if (course.turns() == 10) {
            course = model.begin();
            modelScorer.replied(course, "I am sorry, I could not find that. Would you like me to try something else?");
        }
        return modelScorer.customerSaid(course, text).label();
    }

    private static TextModel model() {
        Random random = new Random(1);
        int[] buckets = IntStream.range(0, 20_000).map(i -> i * 13).toArray();
        int classes = 3;
        return new TextModel(new TextModel.Weights(
                IntStream.range(0, classes).toArray(),
                floats(random, Features.denseNames().size() * classes),
                buckets,
                floats(random, buckets.length * classes),
                floats(random, TextModel.closingFeatures(classes) * classes),
                1,
                new double[classes],
                new double[classes]));
    }

    private static float[] floats(Random random, int length) {
        float[] values = new float[length];
        for (int i = 0; i < length; i++) {
            values[i] = (float) random.nextGaussian() / 10;
        }
        return values;
    }

    private static String measured(List<String> texts, ToIntFunction<String> work) {
        for (int i = 0; i < WARM_UP; i++) {
            blackHole += pass(texts, work);
        }
        double[] nanos = new double[ROUNDS];
        long bytes = 0;
        for (int round = 0; round < ROUNDS; round++) {
            long allocated = THREADS.getCurrentThreadAllocatedBytes();
            long from = THREADS.getCurrentThreadCpuTime();
            for (int i = 0; i < PASSES; i++) {
                blackHole += pass(texts, work);
            }
            nanos[round] = (THREADS.getCurrentThreadCpuTime() - from) / (double) (PASSES * texts.size());
            bytes += THREADS.getCurrentThreadAllocatedBytes() - allocated;
        }
        Arrays.sort(nanos);
        return String.format(
                Locale.ROOT,
                "%,.0f (%,.0f-%,.0f) %,d B",
                nanos[ROUNDS / 2],
                nanos[0],
                nanos[ROUNDS - 1],
                bytes / ((long) ROUNDS * PASSES * texts.size()));
    }

    private static long pass(List<String> texts, ToIntFunction<String> work) {
        long sum = 0;
        for (String text : texts) {
            sum += work.applyAsInt(text);
        }
        return sum;
    }
}

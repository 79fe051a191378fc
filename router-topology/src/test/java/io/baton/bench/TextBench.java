// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import com.sun.management.ThreadMXBean;
import io.baton.policy.privacy.Masked;
import io.baton.policy.privacy.Masker;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.signal.LexiconScorer;
import io.baton.policy.signal.TextFeatures;
import io.baton.policy.signal.TextScorer;
import io.baton.policyfile.DefaultPolicy;
import java.lang.management.ManagementFactory;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToIntFunction;

/**
 * What it costs to mask and to score a message of about 100 characters under the default policy: nanoseconds
 * of the thread's own time, median and range of the rounds, and bytes allocated. Every kind is measured in the same process
 * after all of them have been run, so that no kind profits from code that was compiled for it alone.
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
                blackHole += pass(texts, this::mask) + pass(texts, this::score) + pass(texts, this::both);
            }
        }
        System.out.printf(Locale.ROOT, "%-14s %32s %32s %32s%n", "", "mask", "score", "both");
        kinds.forEach((kind, texts) -> System.out.printf(
                Locale.ROOT,
                "%-14s %32s %32s %32s%n",
                kind,
                measured(texts, this::mask),
                measured(texts, this::score),
                measured(texts, this::both)));
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

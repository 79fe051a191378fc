// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.event.TextModelPublished;
import io.baton.event.WeightCorrection;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.TextModelRule.Learning;
import io.baton.state.TextLabel;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Makes a version of a model from the labels that are kept, where it holds on labels that it was not made from. */
public final class Teaching {

    private final KnownModel base;
    private final Ruleset rules;
    private final Correction correction;

    /** @param base the model that the ruleset means, as it was shipped */
    public Teaching(KnownModel base, Ruleset rules) {
        this.base = base;
        this.rules = rules;
        this.correction = new Correction(base.model(), rules.textModel().learning());
    }

    /** Whether it is time for another version. */
    public static boolean isDue(Learning rule, int unlearned, long sinceMillis) {
        return unlearned >= rule.atLeast() && sinceMillis >= rule.everyMillis();
    }

    /**
     * A version; null where the labels are of one class only, or where what one half of the conversations teaches makes the other
     * half no better.
     *
     * @param labels what is kept, in the order of time and id
     * @param version its number
     */
    public @Nullable TextModelPublished learn(List<TextLabel> labels, int version) {
        List<List<TextLabel>> halves = List.of(new ArrayList<>(), new ArrayList<>());
        int[] byClass = new int[base.model().classes().length];
        Map<String, Integer> bySource = new TreeMap<>();
        for (TextLabel label : labels) {
            halves.get(half(label)).add(label);
            byClass[label.getTarget()]++;
            bySource.merge(label.getSource(), 1, Integer::sum);
        }
        double[] none = new double[Features.denseNames().size() * byClass.length];
        double before = 0;
        double after = 0;
        for (int half = 0; half < 2; half++) {
            List<TextLabel> judged = halves.get(half);
            double share = (double) judged.size() / Math.max(1, labels.size());
            before += share * correction.loss(judged, none);
            after += share * correction.loss(judged, correction.fit(halves.get(1 - half)));
        }
        if (Arrays.stream(byClass).filter(count -> count > 0).count() < 2 || after >= before) {
            return null;
        }
        double[] learned = correction.fit(labels);
        return TextModelPublished.newBuilder()
                .setName(base.name())
                .setVersion(version)
                .setBase(base.hash())
                .setHash(hash(learned))
                .setAt(Instant.ofEpochMilli(labels.get(labels.size() - 1).getAt()))
                .setClasses(byClass.length)
                .setCorrections(corrections(learned, byClass.length))
                .setExamples(labels.size())
                .setByClass(Arrays.stream(byClass).boxed().toList())
                .setBySource(bySource)
                .setLossBefore(rounded(before))
                .setLossAfter(rounded(after))
                .setPolicyVersion(rules.version())
                .build();
    }

    /** Conversations as a whole, by chance but always the same. */
    private static int half(TextLabel label) {
        CRC32 crc = new CRC32();
        crc.update(label.getConversationId().getBytes(UTF_8));
        return (int) (crc.getValue() >>> 7 & 1);
    }

    private static List<WeightCorrection> corrections(double[] learned, int classes) {
        List<WeightCorrection> corrections = new ArrayList<>();
        for (int feature = 0; feature < learned.length / classes; feature++) {
            List<Float> weights = new ArrayList<>();
            boolean any = false;
            for (int i = 0; i < classes; i++) {
                weights.add((float) learned[feature * classes + i]);
                any |= learned[feature * classes + i] != 0;
            }
            if (any) {
                corrections.add(new WeightCorrection(Features.denseNames().get(feature), weights));
            }
        }
        return corrections;
    }

    private String hash(double[] learned) {
        ByteBuffer bytes = ByteBuffer.allocate(learned.length * Float.BYTES);
        for (double one : learned) {
            bytes.putFloat((float) one);
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            digest.update(base.hash().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest.digest(bytes.array()));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static double rounded(double value) {
        return Math.rint(value * 10_000) / 10_000;
    }
}

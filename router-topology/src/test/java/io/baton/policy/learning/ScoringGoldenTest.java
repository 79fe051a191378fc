// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bench.AwkwardTexts;
import io.baton.bench.SampleTexts;
import io.baton.modelfile.Models;
import io.baton.policy.ruleset.TextModelRule;
import io.baton.policy.ruleset.TextModelRule.Use;
import io.baton.policyfile.ShippedWords;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the shipped model says of many texts, to the last bit: a model file that a tenant has learned must go on meaning what it meant. */
class ScoringGoldenTest {

    private static final int TURNS = 10;

    private final TextModel model = requireNonNull(
                    Models.shipped().base(new TextModelRule(Use.SHIPPED, 0, TextModelRule.OFF.learning())))
            .model();
    private final Scorer scorer = new Scorer(model, ShippedWords.scorer());

    @Test
    void everyTextIsScoredAsBefore() {
        assertThat(scored(SampleTexts.demo())).as("demo").isEqualTo("ec04860ca2e88916");
        assertThat(scored(AwkwardTexts.all())).as("awkward").isEqualTo("2d24df966602fc82");
        assertThat(scored(AwkwardTexts.endless(1_200))).as("endless").isEqualTo("7b30bfe8aee1dac0");
        assertThat(scored(List.of("It is not good! ".repeat(65_536))))
                .as("long")
                .isEqualTo("35a53738fff9b1f1");
    }

    /** Digest of the scores of these texts as conversations of ten messages, each with the same text as a reply before it. */
    private String scored(List<String> texts) {
        MessageDigest digest = sha256();
        Course course = model.begin();
        for (String text : texts) {
            course = course.turns() == TURNS ? model.begin() : course;
            scorer.replied(course, text);
            Score score = scorer.customerSaid(course, text);
            for (double probability : score.probabilities()) {
                digest.update(
                        ByteBuffer.allocate(Double.BYTES).putDouble(probability).flip());
            }
            digest.update(course.toBytes());
            digest.update(Arrays.toString(scorer.closed(course).probabilities()).getBytes(StandardCharsets.UTF_8));
        }
        return HexFormat.of().formatHex(digest.digest(), 0, 8);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

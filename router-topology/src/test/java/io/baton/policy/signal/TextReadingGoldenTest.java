// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bench.AwkwardTexts;
import io.baton.bench.SampleTexts;
import io.baton.policy.privacy.Masked;
import io.baton.policy.privacy.Masker;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policyfile.DefaultPolicy;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * What the default policy masks in a text and hears in it, for many texts, to the last bit: state and decisions of a running
 * router rest on it. A line of the golden file names a text by number and holds a digest of each.
 */
class TextReadingGoldenTest {

    private static final String GOLDEN = "/golden/text-reading.txt";
    private static final int ENDLESS = 1_200;

    private final Ruleset rules = DefaultPolicy.ruleset();
    private final Masker masker = new Masker(rules.masking());
    private final TextScorer scorer = new LexiconScorer(rules.phrases());

    @Test
    void everyTextIsMaskedAndHeardAsBefore() throws IOException {
        List<String> lines = new ArrayList<>();
        add("demo", SampleTexts.demo(), lines);
        add("awkward", AwkwardTexts.all(), lines);
        add("endless", AwkwardTexts.endless(ENDLESS), lines);
        String read = String.join("\n", lines) + "\n";
        Files.writeString(Path.of("target", "text-reading.txt"), read);

        assertThat(read)
                .as("if this change is meant, copy target/text-reading.txt to src/test/resources" + GOLDEN)
                .isEqualTo(golden());
    }

    private void add(String group, List<String> texts, List<String> lines) {
        for (int i = 0; i < texts.size(); i++) {
            String text = texts.get(i);
            Masked masked = masker.mask("conv-1", text);
            lines.add(group + " " + i
                    + " masked " + digest(masked.text() + masked.placeholders())
                    + " heard " + digest(scorer.score(masked.text()).toString())
                    + " bare " + digest(scorer.score(text).toString()));
        }
    }

    private static String digest(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_16BE));
            return HexFormat.of().formatHex(digest, 0, 6);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String golden() throws IOException {
        try (var in = TextReadingGoldenTest.class.getResourceAsStream(GOLDEN)) {
            return in == null ? "" : new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.bench.AwkwardTexts;
import io.baton.bench.SampleTexts;
import io.baton.policyfile.DefaultPolicy;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** A reply is asked for little; that little is what a reading of everything says, and no text leaves a trace in the next. */
class ReplyFeaturesTest {

    private final TextScorer scorer = new LexiconScorer(DefaultPolicy.ruleset().phrases());

    @Test
    void aReplyIsReadAsAMessageIs() {
        for (String text : texts()) {
            TextFeatures all = scorer.score(text);

            assertThat(scorer.reply(text))
                    .as(text)
                    .isEqualTo(new ReplyFeatures(all.words(), all.rePrompt(), all.question(), all.sketch()));
        }
    }

    /** "sooo" is "so" where no list has "sooo", and "gooood" is no "god" where another list has "good". */
    @Test
    void aWordWithMoreLettersIsTheSameWordInAReply() {
        Random random = new Random(5);
        List<String> words = DefaultPolicy.ruleset().phrases().words().stream()
                .flatMap(group -> group.phrases().stream())
                .toList();
        for (int i = 0; i < 20_000; i++) {
            String text = drawnOut(words.get(random.nextInt(words.size())), random) + " "
                    + drawnOut(words.get(random.nextInt(words.size())), random);
            TextFeatures all = scorer.score(text);

            assertThat(scorer.reply(text))
                    .as(text)
                    .isEqualTo(new ReplyFeatures(all.words(), all.rePrompt(), all.question(), all.sketch()));
        }
    }

    private static String drawnOut(String phrase, Random random) {
        StringBuilder text = new StringBuilder();
        phrase.replace("*", "ing")
                .codePoints()
                .forEach(c ->
                        text.append(Character.toString(c).repeat(random.nextInt(3) == 0 ? 1 + random.nextInt(3) : 1)));
        return text.toString();
    }

    @Test
    void whateverAThreadHasReadBeforeATextIsReadAlike() {
        List<String> texts = texts();
        List<TextFeatures> once = texts.stream().map(this::inAThreadOfItsOwn).toList();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            order.add(i);
        }
        Collections.shuffle(order, new Random(11));

        for (int i : order) {
            assertThat(scorer.score(texts.get(i))).as(texts.get(i)).isEqualTo(once.get(i));
        }
    }

    private TextFeatures inAThreadOfItsOwn(String text) {
        CompletableFuture<TextFeatures> read = new CompletableFuture<>();
        new Thread(() -> read.complete(scorer.score(text))).start();
        return read.join();
    }

    private static List<String> texts() {
        List<String> texts = new ArrayList<>(AwkwardTexts.all());
        texts.addAll(SampleTexts.demo().subList(0, 200));
        texts.addAll(AwkwardTexts.endless(6_000));
        texts.add("Could you say that in other words? ".repeat(200));
        texts.add("");
        return texts;
    }
}

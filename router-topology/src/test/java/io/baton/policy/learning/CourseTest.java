// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policyfile.ShippedWords;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class CourseTest {

    private final TextModel model = Models.any(3);

    @Test
    void isNeverLongerThan200BytesHoweverLongTheConversationAndWithAsManyClassesAsThereMayBe() {
        Scorer scorer = new Scorer(Models.any(Course.MOST_CLASSES), ShippedWords.scorer());
        Course course = new Course(Course.MOST_CLASSES);
        Random random = new Random(1);
        for (int turn = 0; turn < 500; turn++) {
            scorer.customerSaid(course, "It STILL fails!! " + Long.toString(random.nextLong(), 36) + " why?");
            scorer.replied(
                    course, "Sorry, I could not find " + Long.toString(random.nextLong(), 36) + ". Anything else?");
        }

        assertThat(course.toBytes()).hasSizeLessThanOrEqualTo(Course.MOST_BYTES);
        assertThat(course.turns()).isEqualTo(500);
    }

    @Test
    void aStoredAndLoadedConversationScoresAsIfItNeverHadBeen() {
        Scorer scorer = new Scorer(model, ShippedWords.scorer());
        Course kept = model.begin();
        Course stored = model.begin();
        for (String said : Models.CONVERSATION) {
            scorer.replied(kept, "Would you like me to book " + said.length() + " of them?");
            scorer.replied(stored, "Would you like me to book " + said.length() + " of them?");
            stored = Course.of(stored.toBytes());

            Score one = scorer.customerSaid(kept, said);
            Score other = scorer.customerSaid(stored, said);
            stored = Course.of(stored.toBytes());

            assertThat(other.probabilities()).isEqualTo(one.probabilities());
        }
        assertThat(scorer.closed(stored).probabilities())
                .isEqualTo(scorer.closed(kept).probabilities());
    }

    @Test
    void holdsNoWords() {
        Scorer scorer = new Scorer(model, ShippedWords.scorer());
        Course one = model.begin();
        Course other = model.begin();

        scorer.customerSaid(one, "secret");
        scorer.customerSaid(other, "mystery");

        int different = 0;
        byte[] first = one.toBytes();
        byte[] second = other.toBytes();
        for (int i = 0; i < first.length; i++) {
            different += first[i] == second[i] ? 0 : 1;
        }
        assertThat(different).isLessThan(14);
        assertThat(new String(first, java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("secret");
    }

    @Test
    void theNumbersOfAMessageHaveANameEach() {
        MessageFeatures features = new Observer(ShippedWords.scorer()).customerSaid(new Course(2), "Hello");

        assertThat(features.dense()).hasSize(Features.denseNames().size());
        assertThat(Features.denseNames()).doesNotHaveDuplicates();
    }

    @Test
    void aRepetitionOfTheOtherSideIsSeen() {
        float once = reply("Please restart the device.", "What is your order number?");
        float again = reply("Please restart the device.", "Please restart the device.");

        assertThat(again).isEqualTo(1);
        assertThat(once).isLessThan(0.5f);
    }

    private static float reply(String... replies) {
        Observer observer = new Observer(ShippedWords.scorer());
        Course course = new Course(2);
        Arrays.stream(replies).forEach(reply -> observer.replied(course, reply));
        float[] dense = observer.customerSaid(course, "No.").dense();
        return dense[Features.denseNames().indexOf("reply-repeats-last")];
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.CustomerMessage;
import io.baton.policy.ruleset.TextModelRule;
import io.baton.policy.ruleset.TextModelRule.Use;
import io.baton.policy.signal.TextFeatures;
import io.baton.policyfile.ShippedWords;
import io.baton.state.ConversationState;
import java.nio.ByteBuffer;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a text model makes of a conversation, and what it keeps of it. */
@Tag("T05")
class ModelMoodTest {

    private static final KnownModel FIRST = new KnownModel("first", 0, "a".repeat(64), Models.any(3));
    private static final KnownModel SECOND = new KnownModel("second", 0, "b".repeat(64), Models.any(2));
    private static final KnownModels BOTH =
            KnownModels.NONE.with(Use.SHIPPED, FIRST).with(Use.FILE, SECOND);

    private final ConversationState state = state();
    private final ModelMood mood = mood(BOTH, FIRST);

    @Test
    void whatThePlatformSaysStandsAndIsNotExplainedByAModel() {
        assertThat(mood.customerSaid(state, message("I already told you no!", -0.25), TextFeatures.NONE))
                .isEqualTo(-0.25);
        assertThat(mood.because(state)).isEmpty();
        assertThat(mood.model(state)).isEqualTo("first version 0 aaaaaaaaaaaa");
    }

    @Test
    void whereItSaysNothingTheModelReadsAndNamesWhatSpoke() {
        double read = mood.customerSaid(state, message("I already told you no!", null), TextFeatures.NONE);

        assertThat(read).isBetween(-1.0, 1.0).isNotZero();
        assertThat(mood.because(state))
                .hasSizeBetween(1, 3)
                .doesNotHaveDuplicates()
                .allSatisfy(name -> assertThat(name).matches("[a-z:_-]+"));
    }

    @Test
    void whatWasStoredAndLoadedReadsTheSame() {
        ConversationState other = state();
        for (String text : Models.CONVERSATION) {
            double read = mood.customerSaid(state, message(text, null), TextFeatures.NONE);
            other.setTextCourse(ByteBuffer.wrap(other.getTextCourse().array().clone()));

            assertThat(mood(BOTH, FIRST).customerSaid(other, message(text, null), TextFeatures.NONE))
                    .isEqualTo(read);
            mood.replied(state, "Sorry, I could not find it.");
            mood.replied(other, "Sorry, I could not find it.");
        }
        assertThat(other.getTextCourse()).isEqualTo(state.getTextCourse());
        assertThat(state.getTextCourse().remaining()).isLessThanOrEqualTo(200);
    }

    @Test
    void aConversationKeepsTheModelThatItBeganWith() {
        mood.customerSaid(state, message("Hello", null), TextFeatures.NONE);
        ConversationState same = state();
        mood.customerSaid(same, message("Hello", null), TextFeatures.NONE);

        double later = mood(BOTH, SECOND).customerSaid(state, message("No, wrong", null), TextFeatures.NONE);

        assertThat(later).isEqualTo(mood.customerSaid(same, message("No, wrong", null), TextFeatures.NONE));
        assertThat(mood(BOTH, SECOND).model(state)).startsWith("first ");
    }

    @Test
    void whatIsFoldedAnewIsReadByTheSameModel() {
        mood.customerSaid(state, message("Hello", null), TextFeatures.NONE);
        ConversationState anew = state();
        ModelMood now = mood(BOTH, SECOND);

        now.resume(state, anew);
        now.customerSaid(anew, message("Hello", null), TextFeatures.NONE);

        assertThat(anew.getTextCourse()).isEqualTo(state.getTextCourse());
    }

    @Test
    void whereItsModelIsGoneItIsReadByTheOneInForceFromTheBeginning() {
        mood.customerSaid(state, message("Hello", null), TextFeatures.NONE);
        ModelMood other = mood(KnownModels.NONE.with(Use.FILE, SECOND), SECOND);

        double read = other.customerSaid(state, message("No, wrong", null), TextFeatures.NONE);

        assertThat(read).isEqualTo(other.customerSaid(state(), message("No, wrong", null), TextFeatures.NONE));
        assertThat(other.model(state)).startsWith("second ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "😡😡😡", "これはひどい", "\uD83D", "?!?!", "[EMAIL_1]"})
    void anyTextGivesAMood(String text) {
        assertThat(mood.customerSaid(state, message(text, null), TextFeatures.NONE))
                .isBetween(-1.0, 1.0);
        assertThat(mood.customerSaid(state, message(text.repeat(100_000), null), TextFeatures.NONE))
                .isBetween(-1.0, 1.0);
    }

    @Test
    void aPolicyWithoutAModelHasNone() {
        assertThat(BOTH.inForce(TextModelRule.OFF)).isNull();
        assertThat(BOTH.lacks(TextModelRule.OFF)).isNull();
        assertThat(KnownModels.NONE.with(Use.SHIPPED, FIRST).lacks(rule(Use.FILE)))
                .contains("text.model");
        assertThat(BOTH.inForce(rule(Use.FILE))).isEqualTo(SECOND);
    }

    @Test
    void sentimentGoesFromTheWorstClassToTheBest() {
        assertThat(List.of(
                        ModelMood.sentiment(new Score(0, new double[] {1, 0, 0})),
                        ModelMood.sentiment(new Score(1, new double[] {0, 1, 0})),
                        ModelMood.sentiment(new Score(2, new double[] {0.25, 0, 0.75}))))
                .containsExactly(-1.0, 0.0, 0.5);
    }

    private static TextModelRule rule(Use use) {
        return new TextModelRule(use, 0, TextModelRule.OFF.learning());
    }

    private static ModelMood mood(KnownModels known, KnownModel inForce) {
        return new ModelMood(known, inForce, ShippedWords.scorer());
    }

    private static CustomerMessage message(String text, Double sentiment) {
        return CustomerMessage.newBuilder()
                .setText(text)
                .setSentiment(sentiment)
                .build();
    }

    private static ConversationState state() {
        ConversationState state = new ConversationState();
        state.setTextCourse(ByteBuffer.allocate(0));
        return state;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.TextModelPublished;
import io.baton.event.WeightCorrection;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.TextModelRule;
import io.baton.policy.ruleset.TextModelRule.Use;
import io.baton.policyfile.DefaultPolicy;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import io.baton.state.TextLabel;
import io.baton.state.TextLearning;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What a router learns from its labels. */
@Tag("L05")
@Tag("L11")
class LectureTest {

    private static final KnownModel BASE = new KnownModel("shipped", 0, "c".repeat(64), Models.any(3));
    private static final String PROPOSE = "{use: shipped, learning: {mode: propose, every: 1m, atLeast: 60}}";

    private final TreeMap<String, TextLabel> kept = new TreeMap<>();
    private TextLearning progress = TextLearning.newBuilder().build();
    private final List<Lecture> published = new ArrayList<>();

    @Test
    void labelsThatAgreeLeadToAVersionThatIsBetterOnOthersAndToAProposal() {
        teach(labels(60), policy(PROPOSE));

        assertThat(published).hasSize(1);
        TextModelPublished version = published.get(0).version();
        assertThat(version.getVersion()).isEqualTo(60);
        assertThat(version.getLossAfter()).isLessThan(version.getLossBefore());
        assertThat(version.getByClass().stream().mapToInt(count -> count).sum()).isEqualTo(60);
        assertThat(published.get(0).proposal().getTo()).isEqualTo("textModel.version: 60");
        assertThat(published.get(0).proposal().getEvidence()).contains("60 labels {survey=60}");
    }

    @Test
    void theOrderOfArrivalChangesNothing() {
        List<TextLabel> labels = labels(60);
        teach(labels, policy(PROPOSE));
        TextModelPublished inOrder = published.get(0).version();
        kept.clear();
        published.clear();
        progress = TextLearning.newBuilder().build();
        Collections.shuffle(labels, new Random(5));
        teach(labels, policy(PROPOSE));

        assertThat(published.get(0).version()).isEqualTo(inOrder);
    }

    @Test
    void aCorrectionIsNeverLongerThanThePolicyAllows() {
        teach(labels(60), policy(PROPOSE.replace("atLeast: 60", "atLeast: 60, trust: 1, limit: 0.05")));

        double square = 0;
        for (WeightCorrection one : published.get(0).version().getCorrections()) {
            for (float weight : one.getWeights()) {
                square += weight * weight;
            }
        }
        assertThat(Math.sqrt(square)).isBetween(0.01, 0.0501);
    }

    @Test
    void whatOneHalfDoesNotTeachTheOtherIsNotPublished() {
        Random coin = new Random(9);
        List<TextLabel> noise = labels(60);
        noise.forEach(label -> {
            label.setTarget(coin.nextInt(3));
            label.setScores(List.of(0f, 0f, 0f));
        });
        teach(noise, policy(PROPOSE.replace("atLeast: 60", "atLeast: 60, trust: 1, limit: 10")));

        assertThat(published).isEmpty();
        assertThat(progress.getLearned()).isEqualTo(60);
    }

    @Test
    void whereItIsFrozenLabelsAreKeptAndNothingIsLearned() {
        teach(labels(60), policy(PROPOSE.replace("propose", "frozen")));

        assertThat(published).isEmpty();
        assertThat(kept).hasSize(60);
    }

    @Test
    void whereThePolicyTakesTheNewestThereIsNothingToPropose() {
        teach(labels(60), policy(PROPOSE.replace("{use: shipped,", "{use: shipped, version: latest,")));

        assertThat(published.get(0).version()).isNotNull();
        assertThat(published.get(0).proposal()).isNull();
    }

    @Test
    void aCustomerWhoIsForgottenIsInNoLaterVersion() {
        teach(labels(30), policy(PROPOSE));
        teach(List.of(Labelling.forget("customer-1", 1)), policy(PROPOSE));

        assertThat(kept.values())
                .isNotEmpty()
                .noneMatch(label -> label.getCustomerId().equals("customer-1"));
    }

    @Test
    void onlyTheNewestLabelsAreKeptAndNoneForLongerThanTheConversations() {
        teach(labels(60), policy(PROPOSE.replace("atLeast: 60", "atLeast: 20, examples: 20")));
        assertThat(kept).hasSize(20);
        assertThat(kept.firstEntry().getValue().getLabelId()).isEqualTo("web/e-40");

        TextLabel muchLater = labels(1).get(0);
        muchLater.setAt(muchLater.getAt() + 400L * 86_400_000);
        teach(List.of(muchLater), policy(PROPOSE.replace("atLeast: 60", "atLeast: 20, examples: 20")));
        assertThat(kept).hasSize(1);
    }

    @Test
    void aVersionCorrectsItsModelAndAnotherModelNot() {
        teach(labels(60), policy(PROPOSE));
        TextModelPublished version = published.get(0).version();
        KnownModels known = KnownModels.NONE.with(Use.SHIPPED, BASE).with(version);

        assertThat(known.inForce(new TextModelRule(Use.SHIPPED, 60, TextModelRule.OFF.learning()))
                        .text())
                .startsWith("shipped version 60 ");
        assertThat(known.inForce(new TextModelRule(Use.SHIPPED, 0, TextModelRule.OFF.learning())))
                .isEqualTo(BASE);
        assertThat(known.inForce(new TextModelRule(Use.SHIPPED, TextModelRule.LATEST, TextModelRule.OFF.learning()))
                        .version())
                .isEqualTo(60);
        KnownModel other = new KnownModel("shipped", 0, "d".repeat(64), Models.any(3));
        KnownModels others = KnownModels.NONE.with(Use.SHIPPED, other).with(version);
        assertThat(others.inForce(new TextModelRule(Use.SHIPPED, 60, TextModelRule.OFF.learning())))
                .isEqualTo(other);
    }

    private void teach(List<TextLabel> labels, Ruleset rules) {
        for (TextLabel label : labels) {
            Lecture lecture = Lecture.of(BASE, rules, progress, kept, label, false, 1);
            lecture.dropped().forEach(kept::remove);
            if (lecture.kept() != null) {
                kept.put(lecture.kept(), label);
            }
            progress = lecture.after();
            if (lecture.version() != null) {
                published.add(lecture);
            }
        }
    }

    /** Who repeats themselves was unhappy, who thanks was content, whatever the model said. */
    static List<TextLabel> labels(int count) {
        Random random = new Random(3);
        int repeats = Features.denseNames().indexOf("repeats-last");
        int thanked = Features.denseNames().indexOf("says:thanked");
        List<TextLabel> labels = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int target = i % 3;
            TextLabel label = Labelling.forget("customer-" + i % 5, 1_772_355_600_000L + i * 60_000L);
            label.setKind(io.baton.state.TextLabelKind.LABEL);
            label.setConversationId("c-" + i);
            label.setLabelId("web/e-" + i);
            label.setSource("survey");
            label.setBase(BASE.hash());
            label.setTarget(target);
            label.setScores(List.of((float) random.nextGaussian(), (float) random.nextGaussian(), 0f));
            int at = target == 0 ? repeats : thanked;
            label.setColumns(target == 1 ? List.of(0) : at == repeats ? List.of(0, repeats) : List.of(0, thanked));
            label.setValues(target == 1 ? List.of(1f) : List.of(1f, 1f));
            labels.add(label);
        }
        return labels;
    }

    static Ruleset policy(String section) {
        String document = DefaultPolicy.document()
                .replaceFirst("(?m)^textModel:\n  use: words\n", "textModel: " + section + "\n");
        return ((Parsed.Valid) PolicyFile.parse(document, "p")).ruleset();
    }
}

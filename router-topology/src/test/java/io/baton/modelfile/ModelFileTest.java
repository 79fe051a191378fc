// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.modelfile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.policy.learning.Alert;
import io.baton.policy.learning.Features;
import io.baton.policy.learning.SecondTier;
import io.baton.policy.learning.TextModel;
import java.io.IOException;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ModelFileTest {

    private final String text = new String(ModelFile.bytes(model()), UTF_8);

    ModelFileTest() throws IOException {}

    @Test
    void readsWhatItWrote() throws IOException {
        StoredModel read = ModelFile.read(text.getBytes(UTF_8), "m.json");

        assertThat(new String(ModelFile.bytes(read), UTF_8)).isEqualTo(text);
        assertThat(read.card()).isEqualTo(model().card());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "version":1             | "version":9             | m.json: version is 9, this program reads 1
                    "features":1            | "features":7            | m.json: features is 7, this program reads 1
                    "features":1,           | ''                      | m.json: features is missing
                    "baton-text-model"      | "something"             | m.json: not a text model
                    "valence-drop"          | "valence-leap"          | missing: [valence-drop], unknown: [valence-leap]
                    "temperature":1.0       | "temperature":0.0       | a temperature over 0
                    "buckets":[1,2]         | "buckets":[1,2,3]       | a hashed weight a bucket and class
                    "buckets":[1,2]         | "buckets":[1,-2]        | buckets from 0
                    "buckets":[1,2]         | "buckets":[2,1]         | ascending, each once; 1 comes after 2
                    "classes":[0,1]         | "classes":[0]           | m.json
                    "valence":[0.5,-0.5]    | "valence":[0.5]         | feature valence has no weight for class number 2
                    "alertFrom":2           | "alertFrom":0           | an alert counts messages from 1
                    {"format"               | ["format"               | m.json: not a text model
                    """)
    void refusesWhatDiffersAndSaysWhat(String there, String instead, String message) {
        String other = text.replaceFirst(java.util.regex.Pattern.quote(there), instead);

        assertThat(other).isNotEqualTo(text);
        assertThatThrownBy(() -> ModelFile.read(other.getBytes(UTF_8), "m.json"))
                .isInstanceOf(ModelFile.RefusedModelException.class)
                .hasMessageContaining(message);
    }

    @Test
    void aSecondTierIsReadAsItWasWrittenAndOtherProgramsRefuseIt() throws IOException {
        String both = new String(ModelFile.bytes(twoTiers()), UTF_8);

        StoredModel read = ModelFile.read(both.getBytes(UTF_8), "m.json");

        assertThat(both).contains("\"version\":2");
        assertThat(new String(ModelFile.bytes(read), UTF_8)).isEqualTo(both);
        assertThat(Objects.requireNonNull(read.second()).size()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    "margin":0.25   | "margin":2.5    | a margin from 0 to 1
                    "meaning":[0.1, | "meaning":[     | a weight a number of two vectors and class
                    "second":       | "third":        | other features than this program's
                    """)
    void refusesADamagedSecondTier(String there, String instead, String message) throws IOException {
        String both = new String(ModelFile.bytes(twoTiers()), UTF_8);
        String other = both.replace(there, instead);

        assertThat(other).isNotEqualTo(both);
        assertThatThrownBy(() -> ModelFile.read(other.getBytes(UTF_8), "m.json"))
                .isInstanceOf(ModelFile.RefusedModelException.class)
                .hasMessageContaining(message);
    }

    private static StoredModel twoTiers() {
        StoredModel first = model();
        float[] meaning = {0.1f, -0.1f, 0.2f, -0.2f, 0.3f, -0.3f, 0.4f, -0.4f};
        SecondTier second = new SecondTier("an-encoder", 0.25, first.model(), meaning);
        return new StoredModel(first.card(), first.alert(), first.model(), first.words(), second);
    }

    @Test
    void refusesWhatIsEmpty() {
        assertThatThrownBy(() -> ModelFile.read(new byte[0], "m.json"))
                .isInstanceOf(ModelFile.RefusedModelException.class);
    }

    @Test
    void saysWhichWordListsDiffer() throws IOException {
        StoredModel read = ModelFile.read(text.getBytes(UTF_8), "m.json");

        assertThat(read.otherWords(Map.of("words/en/a.txt", "01"))).isEmpty();
        assertThat(read.otherWords(Map.of("words/en/a.txt", "02", "words/en/b.txt", "03")))
                .containsExactly("words/en/a.txt", "words/en/b.txt");
    }

    @Test
    void aFileThatDoesNotSayItsWordListsOrWhereAlertsBeginIsReadAsBefore() throws IOException {
        String older =
                text.replace("\"words\":{\"words/en/a.txt\":\"01\"},", "").replace("\"alertFrom\":2,", "");

        StoredModel read = ModelFile.read(older.getBytes(UTF_8), "m.json");

        assertThat(older).isNotEqualTo(text);
        assertThat(read.otherWords(Map.of("words/en/a.txt", "02"))).isEmpty();
        assertThat(read.alert()).isEqualTo(new Alert(0.4, 1));
    }

    private static StoredModel model() {
        float[] dense = new float[Features.denseNames().size() * 2];
        int valence = Features.denseNames().indexOf("valence");
        dense[2 * valence] = 0.5f;
        dense[2 * valence + 1] = -0.5f;
        TextModel model = new TextModel(new TextModel.Weights(
                new int[] {0, 1},
                dense,
                new int[] {1, 2},
                new float[] {0.1f, 0.2f, 0.3f, 0.4f},
                new float[TextModel.closingFeatures(2) * 2],
                1,
                new double[] {0, 0.1},
                new double[2]));
        Card card = new Card("mood", "", 3, Map.of(0, 10, 1, 12), 0, false, Map.of("seed", 1.0), Map.of());
        return new StoredModel(card, new Alert(0.4, 2), model, new TreeMap<>(Map.of("words/en/a.txt", "01")), null);
    }
}

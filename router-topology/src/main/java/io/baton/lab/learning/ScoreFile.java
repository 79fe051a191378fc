// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.modelfile.StoredModel;
import io.baton.policy.learning.Score;
import java.io.BufferedWriter;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes scores, one JSON line each. */
public final class ScoreFile {

    private static final int DECIMALS = 6;
    private static final ObjectMapper JSON = new ObjectMapper();

    private ScoreFile() {}

    /** Returns how many events were scored. */
    public static long write(Conversations recorded, StoredModel stored, Path file) throws IOException {
        long[] count = new long[1];
        try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8);
                JsonGenerator json = JSON.getFactory().createGenerator(out)) {
            json.setRootValueSeparator(null);
            Scores.of(recorded, stored, (said, turn, score, risk) -> {
                line(json, said, score, risk);
                count[0]++;
            });
        }
        return count[0];
    }

    private static void line(JsonGenerator json, Said said, Score score, double risk) throws IOException {
        json.writeStartObject();
        json.writeStringField("source", said.key().source());
        json.writeStringField("id", said.key().id());
        json.writeStringField("conversation", said.conversation());
        json.writeNumberField("class", score.label());
        json.writeArrayFieldStart("probabilities");
        for (double probability : score.probabilities()) {
            json.writeNumber(rounded(probability));
        }
        json.writeEndArray();
        if (said.kind() == Said.Kind.CUSTOMER) {
            json.writeFieldName("risk");
            json.writeNumber(rounded(risk));
        }
        json.writeEndObject();
        json.writeRaw('\n');
    }

    private static String rounded(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}

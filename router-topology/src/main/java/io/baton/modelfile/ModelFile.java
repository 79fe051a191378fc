// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.modelfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.policy.learning.Alert;
import io.baton.policy.learning.Features;
import io.baton.policy.learning.SecondTier;
import io.baton.policy.learning.TextModel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;

/** Models as JSON files. A file that this program does not understand is refused with what differs. */
public final class ModelFile {

    static final String FORMAT = "baton-text-model";
    static final int VERSION = 1;
    /** Of a file with a second tier, which a program that knows nothing of it must not read as if there were none. */
    static final int VERSION_WITH_SECOND = 2;

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS);

    private ModelFile() {}

    /** The file is no model that can be used; the message says what differs. */
    public static final class RefusedModelException extends IOException {

        private static final long serialVersionUID = 1L;

        RefusedModelException(String message) {
            super(message);
        }
    }

    public static void write(StoredModel stored, Path file) throws IOException {
        Files.write(file, bytes(stored));
    }

    /** The model as {@link #write} puts it into a file; the same model gives the same bytes. */
    public static byte[] bytes(StoredModel stored) throws IOException {
        TextModel.Weights weights = stored.model().weights();
        ObjectNode top = JSON.createObjectNode();
        SecondTier second = stored.second();
        top.put("format", FORMAT).put("version", second == null ? VERSION : VERSION_WITH_SECOND);
        top.put("features", Features.VERSION);
        top.set("classes", JSON.valueToTree(weights.classes()));
        top.set("card", JSON.valueToTree(stored.card()));
        top.set("words", JSON.valueToTree(stored.words()));
        top.put("alertThreshold", stored.alert().threshold());
        top.put("alertFrom", stored.alert().from()).put("temperature", weights.temperature());
        top.set("offsets", JSON.valueToTree(weights.offsets()));
        top.set("closingOffsets", JSON.valueToTree(weights.closingOffsets()));
        DenseJson.write(weights, top.putObject("dense"));
        top.set("closing", JSON.valueToTree(weights.closing()));
        top.set("buckets", JSON.valueToTree(weights.buckets()));
        top.set("hashed", JSON.valueToTree(weights.hashed()));
        if (second != null) {
            top.set("second", SecondTierJson.write(second, JSON));
        }
        return (JSON.writeValueAsString(top) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** @throws RefusedModelException where the file is no model of this version */
    public static StoredModel read(Path file) throws IOException {
        return read(Files.readAllBytes(file), file.toString());
    }

    /**
     * Reads what a file holds.
     *
     * @param name in messages, such as the file's name
     * @throws RefusedModelException where it is no model of this version
     */
    public static StoredModel read(byte[] bytes, String name) throws IOException {
        try {
            JsonNode top = JSON.readTree(bytes);
            requireVersions(top, name);
            int[] classes = JSON.treeToValue(top.path("classes"), int[].class);
            TextModel.Weights weights = new TextModel.Weights(
                    classes,
                    DenseJson.read(top.path("dense"), classes.length, name),
                    JSON.treeToValue(top.path("buckets"), int[].class),
                    JSON.treeToValue(top.path("hashed"), float[].class),
                    JSON.treeToValue(top.path("closing"), float[].class),
                    top.path("temperature").asDouble(),
                    JSON.treeToValue(top.path("offsets"), double[].class),
                    JSON.treeToValue(top.path("closingOffsets"), double[].class));
            Card card = JSON.treeToValue(top.path("card"), Card.class);
            Alert alert = new Alert(
                    top.path("alertThreshold").asDouble(), top.path("alertFrom").asInt(1));
            SecondTier second = top.path("version").intValue() == VERSION
                    ? null
                    : SecondTierJson.read(top.path("second"), weights, JSON, name);
            return new StoredModel(card, alert, new TextModel(weights), words(top.path("words")), second);
        } catch (JsonProcessingException e) {
            throw new RefusedModelException(name + ": not a text model: " + e.getOriginalMessage());
        } catch (IllegalArgumentException | NullPointerException e) {
            throw new RefusedModelException(name + ": a damaged text model: " + e.getMessage());
        }
    }

    private static SortedMap<String, String> words(JsonNode words) throws JsonProcessingException {
        return words.isMissingNode()
                ? new TreeMap<>()
                : JSON.treeToValue(words, new TypeReference<TreeMap<String, String>>() {});
    }

    private static void requireVersions(JsonNode top, String name) throws RefusedModelException {
        if (top == null || !FORMAT.equals(top.path("format").asText())) {
            throw new RefusedModelException(name + ": not a text model: format is not " + FORMAT);
        }
        if (top.path("version").asInt() != VERSION_WITH_SECOND) {
            requireVersion(top, "version", VERSION, name);
        }
        requireVersion(top, "features", Features.VERSION, name);
    }

    private static void requireVersion(JsonNode top, String field, int known, String name)
            throws RefusedModelException {
        if (!top.path(field).isInt() || top.path(field).intValue() != known) {
            throw new RefusedModelException(name + ": " + field + " is "
                    + top.path(field).asText("missing") + ", this program reads " + known + "; learn the model again");
        }
    }
}

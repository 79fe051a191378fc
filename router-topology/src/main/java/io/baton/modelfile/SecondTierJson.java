// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.modelfile;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.policy.learning.SecondTier;
import io.baton.policy.learning.TextModel;

/** A second tier inside a model's file: what it shares with the first (classes, buckets, the end of a conversation) stands there once. */
final class SecondTierJson {

    private SecondTierJson() {}

    static ObjectNode write(SecondTier second, ObjectMapper json) {
        TextModel.Weights weights = second.model().weights();
        ObjectNode node = json.createObjectNode();
        node.put("encoder", second.encoder()).put("margin", second.margin()).put("temperature", weights.temperature());
        node.set("offsets", json.valueToTree(weights.offsets()));
        DenseJson.write(weights, node.putObject("dense"));
        node.set("hashed", json.valueToTree(weights.hashed()));
        node.set("meaning", json.valueToTree(second.meaning()));
        return node;
    }

    static SecondTier read(JsonNode node, TextModel.Weights first, ObjectMapper json, String name)
            throws JsonProcessingException, ModelFile.RefusedModelException {
        TextModel model = new TextModel(new TextModel.Weights(
                first.classes(),
                DenseJson.read(node.path("dense"), first.classes().length, name),
                first.buckets(),
                json.treeToValue(node.path("hashed"), float[].class),
                first.closing(),
                node.path("temperature").asDouble(),
                json.treeToValue(node.path("offsets"), double[].class),
                first.closingOffsets()));
        return new SecondTier(
                node.path("encoder").asText(),
                node.path("margin").asDouble(),
                model,
                json.treeToValue(node.path("meaning"), float[].class));
    }
}

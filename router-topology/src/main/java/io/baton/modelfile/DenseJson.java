// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.modelfile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.policy.learning.Features;
import io.baton.policy.learning.TextModel;
import java.util.ArrayList;
import java.util.List;

/** Weights of the named features, a row a name. */
final class DenseJson {

    private DenseJson() {}

    static void write(TextModel.Weights weights, ObjectNode dense) {
        int classes = weights.classes().length;
        List<String> names = Features.denseNames();
        for (int i = 0; i < names.size(); i++) {
            ArrayNode row = dense.putArray(names.get(i));
            for (int k = 0; k < classes; k++) {
                row.add(weights.dense()[i * classes + k]);
            }
        }
    }

    /** Weights by feature, then class; refuses a file with other features than this program's. */
    static float[] read(JsonNode dense, int classes, String name) throws ModelFile.RefusedModelException {
        List<String> names = Features.denseNames();
        List<String> missing = new ArrayList<>(names);
        List<String> unknown = new ArrayList<>();
        dense.fieldNames().forEachRemaining(field -> {
            if (!missing.remove(field)) {
                unknown.add(field);
            }
        });
        if (!missing.isEmpty() || !unknown.isEmpty()) {
            throw new ModelFile.RefusedModelException(name + ": other features than this program's; missing: " + missing
                    + ", unknown: " + unknown + "; learn the model again");
        }
        float[] weights = new float[names.size() * classes];
        for (int i = 0; i < names.size(); i++) {
            for (int k = 0; k < classes; k++) {
                JsonNode weight = dense.path(names.get(i)).path(k);
                if (!weight.isNumber()) {
                    throw new ModelFile.RefusedModelException(
                            name + ": feature " + names.get(i) + " has no weight for class number " + (k + 1));
                }
                weights[i * classes + k] = weight.floatValue();
            }
        }
        return weights;
    }
}

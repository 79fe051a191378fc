// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.policy.learning.Encoder;
import java.util.Optional;
import java.util.ServiceLoader;

/** Finds the encoder of sentences, which comes as a module of its own: it is a hundred times as large as all the rest. */
public final class Encoders {

    /** What is to be done where there is none. */
    public static final String CURE =
            "sentence embeddings are not built: they are a module of their own, 130 MB with a model inside."
                    + " Build it once with: mvn -B -ntp -P embeddings -pl embeddings -am -Dmaven.test.skip=true package";

    private Encoders() {}

    /** The one on the class path. */
    public static Optional<Encoder> find() {
        return ServiceLoader.load(Encoder.class).findFirst();
    }
}

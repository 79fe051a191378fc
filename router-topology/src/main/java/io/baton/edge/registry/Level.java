// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.registry;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidationException;
import org.apache.avro.SchemaValidatorBuilder;

/** How a new version must relate to the earlier ones of its subject; judged by Avro's own validator. */
enum Level {
    NONE,
    BACKWARD,
    BACKWARD_TRANSITIVE,
    FORWARD,
    FORWARD_TRANSITIVE,
    FULL,
    FULL_TRANSITIVE;

    static Level parse(String text) {
        try {
            return valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw Refusal.invalidLevel();
        }
    }

    /**
     * Whether the candidate may follow.
     *
     * @param earlier oldest first
     */
    boolean allows(Schema candidate, List<Schema> earlier) {
        if (this == NONE || earlier.isEmpty()) {
            return true;
        }
        List<Schema> newestFirst = new ArrayList<>(earlier);
        Collections.reverse(newestFirst);
        SchemaValidatorBuilder strategy = strategy();
        try {
            (isTransitive() ? strategy.validateAll() : strategy.validateLatest()).validate(candidate, newestFirst);
            return true;
        } catch (SchemaValidationException e) {
            return false;
        }
    }

    private boolean isTransitive() {
        return this == BACKWARD_TRANSITIVE || this == FORWARD_TRANSITIVE || this == FULL_TRANSITIVE;
    }

    private SchemaValidatorBuilder strategy() {
        SchemaValidatorBuilder builder = new SchemaValidatorBuilder();
        return switch (this) {
            case BACKWARD, BACKWARD_TRANSITIVE -> builder.canReadStrategy();
            case FORWARD, FORWARD_TRANSITIVE -> builder.canBeReadStrategy();
            case FULL, FULL_TRANSITIVE, NONE -> builder.mutualReadStrategy();
        };
    }
}

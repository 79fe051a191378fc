// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The registry refused our schema, usually as incompatible with an earlier version of its subject. An operator must act. */
public final class SchemaRefusedException extends SerializationException {

    public SchemaRefusedException(String message) {
        super(message);
    }
}

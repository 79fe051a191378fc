// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import org.apache.kafka.common.errors.SerializationException;

/** The registry answered that it has no usable schema of this id. Permanent: reading the same bytes again changes nothing. */
public final class UnknownSchemaException extends SerializationException {

    public UnknownSchemaException(String message) {
        super(message);
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/** The bytes are not a record of the expected schema. Permanent; the message names the schema and never holds any content. */
public final class UnreadableRecordException extends SerializationException {

    public UnreadableRecordException(String message) {
        super(message);
    }

    public UnreadableRecordException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

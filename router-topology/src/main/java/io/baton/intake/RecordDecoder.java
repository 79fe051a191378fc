// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/** Reads a value in the framing of the schema registry. */
@FunctionalInterface
public interface RecordDecoder {

    /**
     * The record, or null where its schema is registered but no generated class of ours reads it.
     *
     * @param framed magic byte 0, four bytes of schema id, Avro body
     * @throws io.baton.serde.UnknownSchemaException where the registry answers that it has no such schema: permanent
     * @throws org.apache.kafka.common.errors.SerializationException where the bytes do not follow their schema: permanent
     * @throws org.apache.kafka.common.errors.RetriableException where the registry does not answer: transient, intake lets it
     *     through so that the record is read again
     */
    @Nullable
    SpecificRecord decode(byte[] framed);
}

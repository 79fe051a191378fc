// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import io.baton.event.ConversationEvent;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;

/** Reads the bodies of one writer's schema as one class of ours. */
final class BodyReader<T extends SpecificRecord> {

    private final Class<T> type;
    private final DatumReader<T> avro;
    private final String name;
    private final boolean usual;

    BodyReader(Schema writer, Class<T> type, String name) {
        SpecificData model = AvroBody.model(type);
        this.type = type;
        this.avro = new SpecificDatumReader<>(writer, model.getSchema(type), model);
        this.name = name;
        this.usual = type == ConversationEvent.class && ConversationEventReader.reads(writer);
    }

    /** Throws {@link UnreadableRecordException} for a body that does not follow its schema. */
    T read(byte[] bytes) {
        if (usual) {
            ConversationEvent event = ConversationEventReader.read(bytes, WireFormat.HEADER);
            if (event != null) {
                return type.cast(event);
            }
        }
        return AvroBody.read(avro, bytes, WireFormat.HEADER, name);
    }
}

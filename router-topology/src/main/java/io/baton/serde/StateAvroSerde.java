// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.io.DatumReader;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes of our own stores and repartition topics: Avro's single-object encoding, ten bytes of header with the fingerprint of
 * the writer's schema. No registry is asked, so state can be restored while it is down; what an older release has written is
 * read with its released schema. Safe for many threads.
 */
public final class StateAvroSerde<T extends SpecificRecord> implements Serde<T>, Serializer<T>, Deserializer<T> {

    private static final int HEADER = 10;
    private static final byte MARK = (byte) 0xC3;
    private static final byte VERSION = 1;

    private final String name;
    private final byte[] header;
    private final long fingerprint;
    private final RecordWriter<T> writer;
    private final RecordReader<T> usual;
    private final Map<Long, DatumReader<T>> readers;

    public StateAvroSerde(Class<T> type) {
        this(type, ReleasedSchemas.of(SpecificData.get().getSchema(type)));
    }

    /** Reads what any of the given schemas has written, by their fingerprints. */
    StateAvroSerde(Class<T> type, Map<Long, Schema> known) {
        SpecificData model = AvroBody.model(type);
        Schema current = model.getSchema(type);
        name = current.getName();
        fingerprint = ReleasedSchemas.fingerprint(current);
        header = header(fingerprint);
        writer = new RecordWriter<>(current);
        usual = new RecordReader<>(type, current);
        Map<Long, DatumReader<T>> byFingerprint = new HashMap<>();
        known.forEach((fingerprint, written) ->
                byFingerprint.put(fingerprint, new SpecificDatumReader<>(written, current, model)));
        readers = Map.copyOf(byFingerprint);
    }

    @Override
    @SuppressWarnings("NullAway") // Kafka's interface is not annotated; null is the tombstone.
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        return value == null ? null : AvroBody.write(header, writer, value);
    }

    /** Throws {@link UnreadableRecordException} for bytes that no released version has written. */
    @Override
    @SuppressWarnings("NullAway") // Kafka's interface is not annotated; null is the tombstone.
    public @Nullable T deserialize(String topic, byte @Nullable [] bytes) {
        if (bytes == null) {
            return null;
        }
        if (bytes.length < HEADER || bytes[0] != MARK || bytes[1] != VERSION) {
            throw new UnreadableRecordException("not a stored record of " + name);
        }
        long written = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getLong(2);
        T value = written == fingerprint ? usual.read(bytes, HEADER) : null;
        if (value != null) {
            return value;
        }
        DatumReader<T> reader = readers.get(written);
        if (reader == null) {
            throw new UnreadableRecordException("a stored " + name + " of a version that was never released");
        }
        return AvroBody.read(reader, bytes, HEADER, name);
    }

    @Override
    public Serializer<T> serializer() {
        return this;
    }

    @Override
    public Deserializer<T> deserializer() {
        return this;
    }

    @Override
    public void configure(Map<String, ?> settings, boolean isKey) {}

    @Override
    public void close() {}

    private static byte[] header(long fingerprint) {
        return ByteBuffer.allocate(HEADER)
                .order(ByteOrder.LITTLE_ENDIAN)
                .put(MARK)
                .put(VERSION)
                .putLong(fingerprint)
                .array();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Writes records of generated classes as Avro's own writer does, byte for byte, in less than half its time: what a field is was
 * asked once, when the writer was made, and not again for each record. For the types that our schemas have, no others. Safe for
 * many threads.
 *
 * @param <T> class that was generated from the schema
 */
@SuppressWarnings("EnumOrdinal") // constants of a generated class are in the order of its schema
final class RecordWriter<T extends SpecificRecord> {

    /** Writes one value. */
    private interface Step {
        void write(AvroPen to, Object value);
    }

    private final Step root;

    /** @throws IllegalArgumentException for a type that no schema of ours has */
    RecordWriter(Schema schema) {
        root = step(schema);
    }

    void write(AvroPen to, T value) {
        root.write(to, value);
    }

    private static Step step(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical != null) {
            return logical(schema, logical);
        }
        return switch (schema.getType()) {
            case STRING -> (to, value) -> to.text((String) value);
            case INT -> (to, value) -> to.number((Integer) value);
            case LONG -> (to, value) -> to.number((Long) value);
            case FLOAT -> (to, value) -> to.fraction((Float) value);
            case DOUBLE -> (to, value) -> to.fraction((Double) value);
            case BOOLEAN -> (to, value) -> to.truth((Boolean) value);
            case BYTES -> (to, value) -> to.bytes((ByteBuffer) value);
            case ENUM -> (to, value) -> to.number(((Enum<?>) value).ordinal());
            case ARRAY -> array(step(schema.getElementType()));
            case MAP -> map(step(schema.getValueType()));
            case RECORD -> record(schema);
            case UNION -> union(schema.getTypes());
            default -> throw unknown(schema);
        };
    }

    private static Step logical(Schema schema, LogicalType logical) {
        if (logical instanceof LogicalTypes.TimestampMillis) {
            return (to, value) -> to.number(((Instant) value).toEpochMilli());
        }
        if (logical instanceof LogicalTypes.Date) {
            return (to, value) -> to.number(((LocalDate) value).toEpochDay());
        }
        throw unknown(schema);
    }

    private static Step record(Schema schema) {
        Step[] fields =
                schema.getFields().stream().map(field -> step(field.schema())).toArray(Step[]::new);
        return (to, value) -> {
            SpecificRecord record = (SpecificRecord) value;
            for (int i = 0; i < fields.length; i++) {
                fields[i].write(to, record.get(i));
            }
        };
    }

    private static Step array(Step element) {
        return (to, value) -> {
            List<?> items = (List<?>) value;
            if (!items.isEmpty()) {
                to.number(items.size());
                for (Object item : items) {
                    element.write(to, item);
                }
            }
            to.number(0);
        };
    }

    private static Step map(Step element) {
        return (to, value) -> {
            Map<?, ?> entries = (Map<?, ?>) value;
            if (!entries.isEmpty()) {
                to.number(entries.size());
                entries.forEach((key, each) -> {
                    to.text((String) key);
                    element.write(to, each);
                });
            }
            to.number(0);
        };
    }

    private static Step union(List<Schema> branches) {
        if (branches.size() == 2 && branches.get(0).getType() == Schema.Type.NULL) {
            return optional(step(branches.get(1)));
        }
        if (branches.stream().allMatch(branch -> branch.getType() == Schema.Type.RECORD)) {
            return anyOf(branches);
        }
        throw unknown(Schema.createUnion(branches));
    }

    private static Step optional(Step present) {
        return (to, value) -> {
            if (isNull(value)) {
                to.number(0);
            } else {
                to.number(1);
                present.write(to, value);
            }
        };
    }

    private static Step anyOf(List<Schema> branches) {
        List<String> names = branches.stream().map(Schema::getFullName).toList();
        Step[] steps = branches.stream().map(RecordWriter::record).toArray(Step[]::new);
        Map<Class<?>, Integer> places = new ConcurrentHashMap<>();
        return (to, value) -> {
            Integer known = places.get(value.getClass());
            if (known == null) {
                known = names.indexOf(((SpecificRecord) value).getSchema().getFullName());
                places.put(value.getClass(), known);
            }
            to.number(known);
            steps[known].write(to, value);
        };
    }

    /** A field of a generated class holds null where its schema allows for that. */
    private static boolean isNull(@Nullable Object value) {
        return value == null;
    }

    private static IllegalArgumentException unknown(Schema schema) {
        return new IllegalArgumentException("no schema of ours had this type: " + schema);
    }
}

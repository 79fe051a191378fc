// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.lang.reflect.Constructor;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.LogicalType;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads records of generated classes out of bodies that were written with the very schema of the class: what a field is was asked
 * once, when the reader was made. The counterpart of {@link RecordWriter}, for the same types. Avro's own reader remains the
 * judge of every body that is not exactly as usual. Safe for many threads.
 *
 * @param <T> class that was generated from the schema
 */
final class RecordReader<T extends SpecificRecord> {

    /** Reads one value; what it gives is worth nothing where the cursor has become odd. */
    private interface Step {
        @Nullable
        Object read(AvroCursor from);
    }

    private final Class<T> type;
    private final Step root;

    /** @throws IllegalArgumentException for a type that no schema of ours has */
    RecordReader(Class<T> type, Schema schema) {
        this.type = type;
        this.root = step(schema);
    }

    /** The record that Avro would read; null where Avro is to be asked. */
    @Nullable
    T read(byte[] bytes, int from) {
        AvroCursor in = new AvroCursor(bytes, from);
        Object value = root.read(in);
        return in.isOdd() ? null : type.cast(value);
    }

    private static Step step(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        if (logical != null) {
            return logical(schema, logical);
        }
        return switch (schema.getType()) {
            case STRING -> AvroCursor::text;
            case INT -> AvroCursor::integer;
            case LONG -> AvroCursor::number;
            case FLOAT -> AvroCursor::fourByteFraction;
            case DOUBLE -> AvroCursor::fraction;
            case BOOLEAN -> AvroCursor::truth;
            case BYTES -> AvroCursor::bytes;
            case ENUM -> constant(SpecificData.get().getClass(schema).getEnumConstants());
            case ARRAY -> array(step(schema.getElementType()));
            case MAP -> map(step(schema.getValueType()));
            case RECORD -> record(schema);
            case UNION -> union(schema.getTypes());
            default -> throw unknown(schema);
        };
    }

    private static Step logical(Schema schema, LogicalType logical) {
        if (logical instanceof LogicalTypes.TimestampMillis) {
            return from -> Instant.ofEpochMilli(from.number());
        }
        if (logical instanceof LogicalTypes.Date) {
            return from -> LocalDate.ofEpochDay(from.integer());
        }
        throw unknown(schema);
    }

    private static Step record(Schema schema) {
        Constructor<?> empty = constructor(SpecificData.get().getClass(schema));
        Step[] fields =
                schema.getFields().stream().map(field -> step(field.schema())).toArray(Step[]::new);
        return from -> {
            SpecificRecord record = made(empty);
            for (int i = 0; i < fields.length; i++) {
                record.put(i, fields[i].read(from));
            }
            return record;
        };
    }

    private static Constructor<?> constructor(Class<?> type) {
        try {
            return type.getConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException("not a generated class: " + type, e);
        }
    }

    private static SpecificRecord made(Constructor<?> empty) {
        try {
            return (SpecificRecord) empty.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("a generated class can be made", e);
        }
    }

    private static Step constant(Object[] constants) {
        return from -> {
            int place = from.choice();
            if (place >= constants.length) {
                from.odd();
                return constants[0];
            }
            return constants[place];
        };
    }

    private static Step array(Step element) {
        return from -> {
            List<@Nullable Object> items = new ArrayList<>();
            for (long left = from.count(1); left > 0; left = from.count(1)) {
                for (long i = 0; i < left; i++) {
                    items.add(element.read(from));
                }
            }
            return items;
        };
    }

    private static Step map(Step element) {
        return from -> {
            Map<String, @Nullable Object> entries = new HashMap<>();
            for (long left = from.count(2); left > 0; left = from.count(2)) {
                for (long i = 0; i < left; i++) {
                    entries.put(from.text(), element.read(from));
                }
            }
            return entries;
        };
    }

    private static Step union(List<Schema> branches) {
        if (branches.size() == 2 && branches.get(0).getType() == Schema.Type.NULL) {
            Step present = step(branches.get(1));
            return from -> from.present() ? present.read(from) : null;
        }
        if (branches.stream().allMatch(branch -> branch.getType() == Schema.Type.RECORD)) {
            return oneOf(branches.stream().map(RecordReader::record).toArray(Step[]::new));
        }
        throw unknown(Schema.createUnion(branches));
    }

    private static Step oneOf(Step[] records) {
        return from -> {
            int place = from.choice();
            if (place >= records.length) {
                from.odd();
                return null;
            }
            return records[place].read(from);
        };
    }

    private static IllegalArgumentException unknown(Schema schema) {
        return new IllegalArgumentException("no schema of ours had this type: " + schema);
    }
}

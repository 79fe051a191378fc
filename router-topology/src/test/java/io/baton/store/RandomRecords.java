// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import io.baton.serde.TrustedSchemas;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;

/** Records of any schema with values of all kinds, so that a field that is added is in every test at once. */
public final class RandomRecords {

    private static final String[] TEXTS = {
        "",
        "chat",
        "how-to",
        "billing",
        "en",
        "/settings",
        "Grüße",
        "日本語のページ",
        "😀 emoji",
        "a".repeat(300),
        "ß".repeat(60)
    };
    private static final long[] LONGS = {0, 1, -1, 1_772_355_600_000L, Long.MIN_VALUE, Long.MAX_VALUE, 1L << 33};
    private static final int[] INTS = {0, 1, -1, 5, 65_535, 65_536, -40_000, Integer.MIN_VALUE, Integer.MAX_VALUE};
    /** But not NaN: two generated records that hold it are never equal. */
    private static final double[] DOUBLES = {0.0, -0.0, 1.5, -1, Double.MIN_VALUE, Double.MAX_VALUE, 1e9};

    private final Random random;
    private int last = 1;

    static {
        TrustedSchemas.register();
    }

    public RandomRecords(long seed) {
        this.random = new Random(seed);
    }

    /** Any value in any field, the extremes among them. */
    public <T extends SpecificRecord> T any(Class<T> type) {
        return type.cast(value(SpecificData.get().getSchema(type), false));
    }

    /** No field is null, zero, false or empty, and no two fields of a kind are equal. */
    public <T extends SpecificRecord> T filled(Class<T> type) {
        return type.cast(value(SpecificData.get().getSchema(type), true));
    }

    private SpecificRecord record(Schema schema, boolean filled) {
        SpecificRecord record =
                (SpecificRecord) SpecificData.newInstance(SpecificData.get().getClass(schema), schema);
        for (Schema.Field field : schema.getFields()) {
            record.put(field.pos(), value(field.schema(), filled));
        }
        return record;
    }

    private Object value(Schema schema, boolean filled) {
        LogicalType logical = schema.getLogicalType();
        return switch (schema.getType()) {
            case RECORD -> record(schema, filled);
            case UNION -> value(branch(schema, filled), filled);
            case NULL -> null;
            case STRING -> filled ? "text-" + next() : TEXTS[random.nextInt(TEXTS.length)];
            case INT -> {
                int value =
                        filled ? next() : random.nextBoolean() ? INTS[random.nextInt(INTS.length)] : random.nextInt();
                yield logical == null ? (Object) value : LocalDate.ofEpochDay(value);
            }
            case LONG -> {
                long value = filled ? next() * 1_000_000_000L : LONGS[random.nextInt(LONGS.length)];
                yield logical == null ? (Object) value : Instant.ofEpochMilli(value % 1_000_000_000_000_000L);
            }
            case FLOAT -> filled ? next() + 0.5f : (float) DOUBLES[random.nextInt(DOUBLES.length)];
            case DOUBLE -> filled ? next() + 0.25 : DOUBLES[random.nextInt(DOUBLES.length)];
            case BOOLEAN -> filled || random.nextBoolean();
            case ENUM -> constant(schema, filled);
            case ARRAY -> array(schema.getElementType(), filled);
            case MAP -> map(schema.getValueType(), filled);
            case BYTES -> bytes(filled);
            default -> throw new AssertionError("a type that no schema of ours had: " + schema.getType());
        };
    }

    private Schema branch(Schema union, boolean filled) {
        List<Schema> types = union.getTypes();
        boolean nullable = types.get(0).getType() == Schema.Type.NULL;
        return types.get(filled && nullable ? 1 : random.nextInt(types.size()));
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    private Object constant(Schema schema, boolean filled) {
        List<String> symbols = schema.getEnumSymbols();
        String symbol = symbols.get(filled ? symbols.size() - 1 : random.nextInt(symbols.size()));
        return Enum.valueOf((Class<Enum>) SpecificData.get().getClass(schema), symbol);
    }

    private List<Object> array(Schema element, boolean filled) {
        List<Object> items = new ArrayList<>();
        int size = filled ? 2 : random.nextInt(3) == 0 ? random.nextInt(40) : random.nextInt(5);
        for (int i = 0; i < size; i++) {
            items.add(value(element, filled));
        }
        return items;
    }

    private Map<String, Object> map(Schema element, boolean filled) {
        Map<String, Object> entries = new HashMap<>();
        int size = filled ? 2 : random.nextInt(4);
        for (int i = 0; i < size; i++) {
            entries.put("key-" + next(), value(element, filled));
        }
        return entries;
    }

    /** With a position and a limit of their own, as a slice of a larger buffer has. */
    private ByteBuffer bytes(boolean filled) {
        int size = filled ? 24 : random.nextBoolean() ? 8 * random.nextInt(20) : random.nextInt(200);
        byte[] bytes = new byte[size + 2];
        random.nextBytes(bytes);
        return ByteBuffer.wrap(bytes, 1, size);
    }

    /** Never a multiple of 65,536 and small enough for every field. */
    private int next() {
        return ++last;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import io.baton.intake.Contract.Range;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.LogicalType;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a generated record, read from its schema once. JSON is mapped, values are checked and texts are masked along
 * this list, so that a field added to a schema is read, limited and masked without a line of code.
 */
final class Shape {

    enum Form {
        TEXT,
        WHOLE,
        NUMBER,
        FLAG,
        DAY,
        MOMENT,
        CHOICE,
        TEXTS,
        ATTRIBUTES,
        NESTED
    }

    /**
     * One field.
     *
     * @param required whether it must be given: it has neither null nor a default
     * @param schema of a value that is there
     * @param range what a number may be; null where any will do
     * @param choices what a text may read; empty where it is free
     */
    record Slot(
            String name,
            int position,
            Form form,
            boolean required,
            Schema schema,
            @Nullable Range range,
            List<String> choices,
            Trait trait) {

        Slot(
                String name,
                int position,
                Form form,
                boolean required,
                Schema schema,
                @Nullable Range range,
                List<String> choices) {
            this(name, position, form, required, schema, range, choices, Trait.of(name, form, choices));
        }

        /** When the record itself happened. */
        boolean isTimeOfRecord() {
            return trait.isTimeOfRecord();
        }

        /** Names somebody or something: kept as it is, because other records refer to it. */
        boolean identifies() {
            return trait.identifies();
        }

        /** Whether it may hold personal data. Anything that is not known to be harmless may. */
        boolean isMasked() {
            return trait.isMasked();
        }

        /** Whether it holds what somebody has written, which may be long. */
        boolean isProse() {
            return trait.isProse();
        }
    }

    /** What follows from the name of a field, asked for each field of each event. */
    record Trait(boolean isTimeOfRecord, boolean identifies, boolean isMasked, boolean isProse) {

        static Trait of(String name, Form form, List<String> choices) {
            boolean identifies = Contract.IDENTIFIERS.contains(name);
            return new Trait(
                    name.equals("time") || name.equals("publishedAt"),
                    identifies,
                    form == Form.TEXT && choices.isEmpty() && !identifies && !Contract.PUBLISHED.contains(name),
                    Contract.PROSE.contains(name));
        }
    }

    private static final Map<String, Shape> KNOWN = new ConcurrentHashMap<>();

    /** An array, since all of it is walked for each record. */
    private final Slot[] slots;

    /** Those that may hold personal data. */
    private final Slot[] masked;

    private final Map<String, Slot> byName = new HashMap<>();

    private Shape(Schema schema) {
        slots = new Slot[schema.getFields().size()];
        for (Schema.Field field : schema.getFields()) {
            boolean optional = field.hasDefaultValue();
            Schema type = plain(field.schema());
            Range range = Contract.range(schema, field.name());
            List<String> choices = Contract.choices(schema, field.name());
            Slot slot = new Slot(field.name(), field.pos(), form(type), !optional, type, range, choices);
            slots[field.pos()] = slot;
            byName.put(slot.name(), slot);
        }
        masked = Arrays.stream(slots)
                .filter(slot -> slot.isMasked() || slot.form() == Form.ATTRIBUTES)
                .toArray(Slot[]::new);
    }

    static Shape of(Schema schema) {
        Shape known = KNOWN.get(schema.getFullName());
        return known != null ? known : KNOWN.computeIfAbsent(schema.getFullName(), name -> new Shape(schema));
    }

    /** In the order of the schema; not to be written to. */
    Slot[] slots() {
        return slots;
    }

    /** Texts and attributes that may hold personal data, in the order of the schema; not to be written to. */
    Slot[] masked() {
        return masked;
    }

    /** When the record happened; every record that intake admits as a whole has one. */
    Slot time() {
        for (Slot slot : slots) {
            if (slot.isTimeOfRecord()) {
                return slot;
            }
        }
        throw new NoSuchElementException("a record that intake does not admit as a whole");
    }

    @Nullable
    Slot slot(String name) {
        return byName.get(name);
    }

    /** The schema of a value that is there: of "null or X" it is X. */
    private static Schema plain(Schema schema) {
        if (schema.getType() == Schema.Type.UNION
                && schema.getTypes().size() == 2
                && schema.getTypes().get(0).getType() == Schema.Type.NULL) {
            return schema.getTypes().get(1);
        }
        return schema;
    }

    private static Form form(Schema schema) {
        LogicalType logical = schema.getLogicalType();
        return switch (schema.getType()) {
            case STRING -> Form.TEXT;
            case INT -> logical == null ? Form.WHOLE : Form.DAY;
            case LONG -> logical == null ? Form.NESTED : Form.MOMENT;
            case DOUBLE, FLOAT -> Form.NUMBER;
            case BOOLEAN -> Form.FLAG;
            case ENUM -> Form.CHOICE;
            case ARRAY -> Form.TEXTS;
            case MAP -> Form.ATTRIBUTES;
            default -> Form.NESTED;
        };
    }
}

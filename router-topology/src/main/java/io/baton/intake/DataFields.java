// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.event.Resolver;
import io.baton.event.RulesetState;
import io.baton.intake.Shape.Slot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.apache.avro.specific.SpecificRecord;
import org.jspecify.annotations.Nullable;

/**
 * The fields of {@code data} become those of a generated record of the same names. A null counts as missing; numbers may be
 * written either way as long as they fit; nothing else is converted, because a guess at what was meant would be decided on.
 */
final class DataFields {

    /** Fields of the records that come from the attributes of the event, never from its data. */
    private static final Set<String> ENVELOPE =
            Set.of("id", "source", "customerId", "incidentId", "time", "phase", "attributes", "publishedAt");

    /** The enums of data. Avro would look the class up by its name, which it forbids unless told otherwise. */
    private static final Map<String, Function<String, Object>> CHOICES = Map.of(
            Resolver.SCHEMA$.getFullName(), Resolver::valueOf,
            RulesetState.SCHEMA$.getFullName(), RulesetState::valueOf);

    private DataFields() {}

    /** Fills the record and returns the scalar fields that it has no place for, as text. */
    static Map<String, String> fill(SpecificRecord record, JsonNode data) throws RefusedException {
        Shape shape = Shape.of(record.getSchema());
        Map<String, String> others = new HashMap<>();
        for (Map.Entry<String, JsonNode> field : data.properties()) {
            Slot slot = slot(shape, field.getKey());
            JsonNode node = field.getValue();
            if (slot == null) {
                if (node.isValueNode() && !node.isNull()) {
                    others.put(field.getKey(), node.asText());
                }
            } else if (!node.isNull()) {
                record.put(slot.position(), value(slot, node));
            }
        }
        for (Slot slot : shape.slots()) {
            complete(record, slot, data);
        }
        return others;
    }

    private static @Nullable Slot slot(Shape shape, String name) {
        return ENVELOPE.contains(name) ? null : shape.slot(name);
    }

    private static void complete(SpecificRecord record, Slot slot, JsonNode data) throws RefusedException {
        if (ENVELOPE.contains(slot.name()) || data.hasNonNull(slot.name())) {
            return;
        }
        if (slot.required()) {
            throw new RefusedException(Refusal.MISSING_FIELD, slot.name());
        }
        if (slot.form() == Shape.Form.TEXTS) {
            record.put(slot.position(), new ArrayList<String>());
        }
    }

    private static Object value(Slot slot, JsonNode node) throws RefusedException {
        return switch (slot.form()) {
            case TEXT -> text(slot, node);
            case WHOLE -> whole(slot, node);
            case NUMBER -> {
                require(node.isNumber(), slot, "a number");
                yield node.doubleValue();
            }
            case FLAG -> {
                require(node.isBoolean(), slot, "true or false");
                yield node.booleanValue();
            }
            case DAY -> Timestamps.day(text(slot, node), slot.name());
            case MOMENT -> Timestamps.instantOrDay(text(slot, node), slot.name());
            case CHOICE -> choice(slot, text(slot, node));
            case TEXTS -> texts(slot, node);
            case ATTRIBUTES, NESTED -> throw new IllegalStateException("no form for a field of data: " + slot.name());
        };
    }

    private static String text(Slot slot, JsonNode node) throws RefusedException {
        require(node.isTextual(), slot, "a string");
        return node.textValue();
    }

    private static Integer whole(Slot slot, JsonNode node) throws RefusedException {
        require(node.isNumber() && node.doubleValue() == Math.rint(node.doubleValue()), slot, "a whole number");
        if (!node.canConvertToInt()) {
            throw new RefusedException(Refusal.VALUE_OUT_OF_RANGE, slot.name());
        }
        return node.intValue();
    }

    private static Object choice(Slot slot, String text) throws RefusedException {
        String symbol = text.toUpperCase(Locale.ROOT).replace('-', '_');
        require(
                slot.schema().hasEnumSymbol(symbol),
                slot,
                "one of " + slot.schema().getEnumSymbols());
        return Objects.requireNonNull(CHOICES.get(slot.schema().getFullName())).apply(symbol);
    }

    private static List<String> texts(Slot slot, JsonNode node) throws RefusedException {
        require(node.isArray(), slot, "a list of strings");
        List<String> texts = new ArrayList<>(node.size());
        for (JsonNode entry : node) {
            texts.add(text(slot, entry));
        }
        return texts;
    }

    private static void require(boolean right, Slot slot, String what) throws RefusedException {
        if (!right) {
            throw new RefusedException(Refusal.BAD_VALUE, slot.name() + " must be " + what);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/**
 * A record as plain JSON, for files and people: the schema's field names in the schema's order, unions without their wrapping,
 * times as RFC 3339 in UTC with milliseconds, dates as ISO dates, bytes as base64, maps sorted by key. The same record always
 * gives the same text.
 */
public final class Json {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final ObjectMapper TEXT = JsonMapper.builder()
            .enable(JsonGenerator.Feature.WRITE_BIGDECIMAL_AS_PLAIN)
            .build();
    private static final DateTimeFormatter RFC_3339 = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);

    private Json() {}

    /** The record as a tree. A number that JSON cannot say (not a number, infinite) becomes null. */
    public static JsonNode of(IndexedRecord record) {
        ObjectNode object = NODES.objectNode();
        for (Schema.Field field : record.getSchema().getFields()) {
            object.set(field.name(), node(field.schema(), record.get(field.pos())));
        }
        return object;
    }

    /** The record as one line of text, numbers without an exponent. */
    public static String text(IndexedRecord record) {
        return text(of(record));
    }

    /** A tree as one line of text, numbers without an exponent. */
    public static String text(JsonNode node) {
        try {
            return TEXT.writeValueAsString(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same in UTF-8, without a text in between. */
    public static byte[] bytes(JsonNode node) {
        try {
            return TEXT.writeValueAsBytes(node);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A time as this class writes it, from milliseconds since 1970. */
    public static String time(long millis) {
        return RFC_3339.format(Instant.ofEpochMilli(millis));
    }

    private static JsonNode node(Schema schema, @Nullable Object value) {
        if (value == null) {
            return NODES.nullNode();
        } else if (value instanceof IndexedRecord record) {
            return of(record);
        } else if (value instanceof Collection<?> items) {
            return array(branch(schema, Schema.Type.ARRAY).getElementType(), items);
        } else if (value instanceof Map<?, ?> entries) {
            return object(branch(schema, Schema.Type.MAP).getValueType(), entries);
        } else if (value instanceof Number number) {
            return number(schema, number);
        } else if (value instanceof Boolean flag) {
            return NODES.booleanNode(flag);
        } else if (value instanceof Instant time) {
            return NODES.textNode(RFC_3339.format(time));
        } else if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return NODES.binaryNode(copy);
        } else if (value instanceof GenericFixed fixed) {
            return NODES.binaryNode(fixed.bytes());
        }
        return NODES.textNode(value.toString());
    }

    private static ArrayNode array(Schema element, Collection<?> items) {
        ArrayNode array = NODES.arrayNode(items.size());
        items.forEach(item -> array.add(node(element, item)));
        return array;
    }

    private static ObjectNode object(Schema element, Map<?, ?> entries) {
        TreeMap<String, JsonNode> sorted = new TreeMap<>();
        entries.forEach((key, value) -> sorted.put(key.toString(), node(element, value)));
        return NODES.objectNode().setAll(sorted);
    }

    private static JsonNode number(Schema schema, Number number) {
        if (number instanceof Long value) {
            return isLogical(schema, Schema.Type.LONG, "timestamp-millis")
                    ? NODES.textNode(time(value))
                    : NODES.numberNode(value);
        }
        if (number instanceof Integer value) {
            return isLogical(schema, Schema.Type.INT, "date")
                    ? NODES.textNode(LocalDate.ofEpochDay(value).toString())
                    : NODES.numberNode(value);
        }
        boolean finite = Double.isFinite(number.doubleValue());
        return finite ? DecimalNode.valueOf(plain(number)) : NODES.nullNode();
    }

    /** At least one digit behind the point and no exponent, so that every tool reads a number with a fraction. */
    private static BigDecimal plain(Number number) {
        BigDecimal exact = new BigDecimal(number.toString());
        return exact.scale() < 1 ? exact.setScale(1) : exact;
    }

    private static boolean isLogical(Schema schema, Schema.Type type, String name) {
        var logical = branch(schema, type).getLogicalType();
        return logical != null && logical.getName().equals(name);
    }

    /** The branch of a union that has the type; the schema itself where it is no union. */
    private static Schema branch(Schema schema, Schema.Type type) {
        if (schema.getType() != Schema.Type.UNION) {
            return schema;
        }
        for (Schema option : schema.getTypes()) {
            if (option.getType() == type) {
                return option;
            }
        }
        throw new IllegalArgumentException("no branch of type " + type + " in a union of "
                + schema.getTypes().size());
    }
}

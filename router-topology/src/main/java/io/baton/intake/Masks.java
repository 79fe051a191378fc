// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import io.baton.intake.Shape.Slot;
import io.baton.policy.privacy.Masker;
import io.baton.policy.privacy.Masking;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * Masks a record in place: every text but identifiers, listed choices and what was written to be published. Text fields are
 * masked unless they are known to be harmless, so that a new field of a schema is masked from its first day.
 */
final class Masks {

    /** Most attributes that are kept, in the order of their names. */
    static final int MAX_ATTRIBUTES = 64;

    private static final int MAX_ATTRIBUTE_NAME = 128;
    private static final int MAX_ATTRIBUTE_VALUE = 1_024;

    private final Masker masker;

    Masks(Masker masker) {
        this.masker = masker;
    }

    /** Begins an event; its records share one numbering of placeholders. */
    Masking begin(String salt) {
        return masker.begin(salt);
    }

    void apply(SpecificRecord record, Masking masking) {
        for (Slot slot : Shape.of(record.getSchema()).masked()) {
            Object value = record.get(slot.position());
            if (slot.isMasked() && value instanceof String text) {
                String masked = slot.isProse() ? masking.mask(text) : masking.maskWord(text);
                if (!masked.equals(text)) {
                    record.put(slot.position(), masked);
                }
            } else if (value instanceof Map<?, ?> attributes && !attributes.isEmpty()) {
                record.put(slot.position(), attributes(attributes, masking));
            }
        }
    }

    /**
     * Fields that the contract does not know are never a reason to refuse an event: what is over the limits, or has personal data
     * in its name, is left out. They are sorted, so that the same event always becomes the same bytes.
     */
    private Map<String, String> attributes(Map<?, ?> given, Masking masking) {
        Map<?, ?> sorted = given.size() < 2 ? given : sorted(given);
        TreeMap<String, String> kept = new TreeMap<>();
        for (Map.Entry<?, ?> attribute : sorted.entrySet()) {
            String name = String.valueOf(attribute.getKey());
            String value = String.valueOf(attribute.getValue());
            boolean fits = name.length() <= MAX_ATTRIBUTE_NAME && value.length() <= MAX_ATTRIBUTE_VALUE;
            if (fits && !name.isBlank() && kept.size() < MAX_ATTRIBUTES && !masker.detects(name)) {
                kept.put(name, masking.mask(value));
            }
        }
        return kept;
    }

    private static Map<String, String> sorted(Map<?, ?> given) {
        TreeMap<String, String> sorted = new TreeMap<>();
        given.forEach((name, value) -> sorted.put(String.valueOf(name), String.valueOf(value)));
        return sorted;
    }
}

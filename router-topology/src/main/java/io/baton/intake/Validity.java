// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import io.baton.intake.Contract.Range;
import io.baton.intake.Shape.Slot;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.apache.avro.specific.SpecificRecord;

/** Whether the values of a record are what the contract allows, whatever encoding it came in. */
final class Validity {

    /** Longest identifier or code, in characters. */
    static final int MAX_NAME_CHARS = 1_024;

    /** Most entries of a list. */
    static final int MAX_ENTRIES = 100;

    private static final int LAST_YEAR = 9_999;
    private static final Instant LAST_MOMENT = Instant.parse("9999-12-31T23:59:59.999Z");

    private final int maxTextChars;

    /** @param maxTextChars longest text of the policy */
    Validity(int maxTextChars) {
        this.maxTextChars = maxTextChars;
    }

    /** Checks every field of the record but not of records inside it. An optional text that is blank becomes null on the way. */
    void check(SpecificRecord record) throws RefusedException {
        for (Slot slot : Shape.of(record.getSchema()).slots()) {
            Object value = record.get(slot.position());
            if (value == null) {
                continue;
            }
            if (value instanceof String text) {
                if (text.isBlank() && !slot.name().equals("text")) {
                    blank(record, slot);
                } else {
                    text(slot, text);
                }
            } else if (value instanceof Number number) {
                number(slot, number.doubleValue());
            } else if (value instanceof LocalDate day) {
                refuseUnless(
                        day.getYear() >= 1 && day.getYear() <= LAST_YEAR,
                        slot,
                        " must lie between the years 1 and 9999");
            } else if (value instanceof Instant moment && !slot.isTimeOfRecord()) {
                boolean plausible = moment.compareTo(Instant.EPOCH) >= 0 && !moment.isAfter(LAST_MOMENT);
                refuseUnless(plausible, slot, " must lie between the years 1970 and 9999");
            } else if (value instanceof List<?> list) {
                list(slot, list);
            }
        }
    }

    private static void blank(SpecificRecord record, Slot slot) throws RefusedException {
        if (slot.required()) {
            throw new RefusedException(missing(slot.name()), slot.name());
        }
        record.put(slot.position(), null);
    }

    private static Refusal missing(String field) {
        return switch (field) {
            case "id" -> Refusal.MISSING_ID;
            case "source" -> Refusal.MISSING_SOURCE;
            case "conversationId" -> Refusal.MISSING_CONVERSATION;
            case "customerId" -> Refusal.MISSING_CUSTOMER;
            default -> Refusal.MISSING_FIELD;
        };
    }

    private void text(Slot slot, String text) throws RefusedException {
        int limit = slot.isProse() ? maxTextChars : MAX_NAME_CHARS;
        if (text.length() > limit && !slot.name().equals("document")) {
            throw new RefusedException(
                    Refusal.TEXT_TOO_LONG, slot.name() + " has " + text.length() + " characters of at most " + limit);
        }
        if (!slot.choices().isEmpty() && !slot.choices().contains(text)) {
            throw new RefusedException(Refusal.BAD_VALUE, slot.name() + " must be one of " + slot.choices());
        }
        if (slot.identifies() && !isPrintable(text)) {
            throw new RefusedException(Refusal.BAD_VALUE, slot.name() + " must not hold control characters");
        }
    }

    /** Identifiers become keys of stores and topics; a lone surrogate would be written as a question mark and meet its likes there. */
    private static boolean isPrintable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c <= '~') {
                continue;
            }
            if (Character.isISOControl(c)) {
                return false;
            }
            if (Character.isSurrogate(c)) {
                boolean pair = i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    private static void number(Slot slot, double value) throws RefusedException {
        refuseUnless(Double.isFinite(value), slot, " must be finite");
        Range range = slot.range();
        if (range != null && !range.holds(value)) {
            refuseUnless(false, slot, range.sentence());
        }
    }

    private void list(Slot slot, List<?> list) throws RefusedException {
        if (list.size() > MAX_ENTRIES) {
            throw new RefusedException(
                    Refusal.TOO_MANY_VALUES,
                    slot.name() + " has " + list.size() + " entries of at most " + MAX_ENTRIES);
        }
        for (Object entry : list) {
            if (entry instanceof String text) {
                text(slot, text);
            }
        }
    }

    private static void refuseUnless(boolean holds, Slot slot, String rule) throws RefusedException {
        if (!holds) {
            throw new RefusedException(Refusal.VALUE_OUT_OF_RANGE, slot.name() + rule);
        }
    }
}

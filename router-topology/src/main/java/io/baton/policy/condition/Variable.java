// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/**
 * Something that a condition may ask about.
 *
 * @param name as written in a condition, such as {@code customer.annualValue}
 * @param type its type in the expression language
 * @param doc one line: what it is, its unit, and what it is where nothing is known
 * @param reading how it is read; never null, a text is {@code ""} where nothing is known
 * @param number how it is read where it is an INT or a DOUBLE, without an object for each answer; NaN for other types
 */
public record Variable(
        String name, Type type, String doc, Function<Facts, Object> reading, ToDoubleFunction<Facts> number) {

    /** One that is no number. */
    Variable(String name, Type type, String doc, Function<Facts, Object> reading) {
        this(name, type, doc, reading, facts -> Double.NaN);
    }

    /** Types of the expression language that variables have. */
    public enum Type {
        BOOL,
        INT,
        DOUBLE,
        STRING,
        STRINGS
    }

    /** Whether it is about a product signal, so that only rules of outreach may ask for it. */
    public boolean aboutSignal() {
        return name.startsWith("signal.");
    }

    /** Whether it is known before there is a conversation, so that a segment may ask for it. */
    public boolean aboutCustomer() {
        return name.startsWith("customer.") && !name.equals(Variables.SEGMENT);
    }
}

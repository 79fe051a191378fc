// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

/**
 * A place in a text that holds personal data.
 *
 * @param start first character
 * @param end behind the last character, greater than start
 * @param kind upper case, such as EMAIL
 * @param value the value in a normal form: two spellings of the same value are equal
 */
public record Span(int start, int end, String kind, String value) {

    boolean overlaps(Span other) {
        return start < other.end && other.start < end;
    }

    int length() {
        return end - start;
    }

    /** This span widened over another one. The kind and the value stay. */
    Span over(Span other) {
        return new Span(Math.min(start, other.start), Math.max(end, other.end), kind, value);
    }
}

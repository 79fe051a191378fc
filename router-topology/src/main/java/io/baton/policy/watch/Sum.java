// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.watch;

/** A numerator and a denominator. */
public record Sum(double numerator, double denominator) {

    static final Sum ZERO = new Sum(0, 0);

    Sum plus(Sum other) {
        return new Sum(numerator + other.numerator, denominator + other.denominator);
    }

    /** The figure; 0 where nothing relates to it. */
    double value() {
        return denominator == 0 ? 0 : numerator / denominator;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

/** Reads a text that intake has masked. Pure and thread-safe: the same text gives the same features. */
public interface TextScorer {
    TextFeatures score(String maskedText);
}

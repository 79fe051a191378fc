// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

/**
 * What a word or phrase means.
 *
 * @param value see {@link Cue}; 0 where the cue has none
 * @param negated see {@link Cue}; 0 where the cue has none
 */
public record Meaning(Cue cue, double value, double negated) {}

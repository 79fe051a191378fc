// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.util.List;

/**
 * Words and phrases of the shipped lists that tell the same.
 *
 * @param cue what they tell: the name of a cue of the scorer
 * @param value value of the cue; 0 where it has none
 * @param negated value of its negation; 0 where it has none
 * @param phrases lower case, {@code *} at the end of a word for any ending
 */
public record WordGroup(String cue, double value, double negated, List<String> phrases) {}

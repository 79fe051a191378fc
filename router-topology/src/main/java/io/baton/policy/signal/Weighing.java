// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import java.util.List;

/**
 * All signals of a conversation, weighed at one moment.
 *
 * @param readings signals that are alive, in the order of {@link Signal}
 * @param score sum of the contributions
 * @param aligned how many of them are aligned
 */
public record Weighing(List<Reading> readings, double score, int aligned) {}

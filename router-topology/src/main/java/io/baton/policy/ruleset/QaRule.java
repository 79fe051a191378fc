// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

/**
 * Quality sampling (L02).
 *
 * @param automatedShare share of automated conversations to review, 0 to 1
 * @param humanShare share of the others, 0 to 1
 */
public record QaRule(double automatedShare, double humanShare) {}

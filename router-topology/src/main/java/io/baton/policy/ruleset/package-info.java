// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors

/**
 * The policy as immutable data: what a validated document says, with defaults filled in.
 *
 * <p>No parsing and no decisions: {@code policyfile} builds these records, the other rooms of {@code policy} read them.
 */
@NullMarked
package io.baton.policy.ruleset;

import org.jspecify.annotations.NullMarked;

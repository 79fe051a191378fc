// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import io.baton.policy.condition.Condition;

/** A condition that escalates by itself; {@code text} is the reason in plain words. */
public record HardTrigger(String id, Condition when, String text) {}

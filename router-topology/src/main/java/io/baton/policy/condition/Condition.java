// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

/** A condition of the policy, compiled and type-checked when the policy was loaded. */
public interface Condition {

    /** Whether it holds. Pure: the same facts give the same answer. Never throws: a failed evaluation is false. */
    boolean holds(Facts facts);

    /** The expression as written in the policy. */
    String source();
}

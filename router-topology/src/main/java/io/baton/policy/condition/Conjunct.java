// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

/** One of the parts of a condition that must all hold. Never throws: a part that cannot be evaluated does not hold. */
interface Conjunct {

    boolean holds(Facts facts);
}

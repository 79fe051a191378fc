// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import java.util.List;

/**
 * A compiled expression, taken apart at the "and"s of its top level.
 *
 * <p>The language lets the operands of an "and" be evaluated in any order, and one that is false makes the whole false
 * whatever the others do, even fail. So the first part that does not hold is the answer, and an expensive part is asked
 * only where the cheap ones have not answered. What fails (a division by zero, an overflow, the limit of iterations) is
 * false: a rule that cannot be evaluated must not stop the conversation, and the last segment and route always hold.
 *
 * @param conjuncts the parts, cheap ones first
 */
record CelCondition(String source, List<Conjunct> conjuncts) implements Condition {

    @Override
    public boolean holds(Facts facts) {
        for (int i = 0; i < conjuncts.size(); i++) {
            if (!conjuncts.get(i).holds(facts)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public String toString() {
        return source;
    }
}

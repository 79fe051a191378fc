// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import java.util.Optional;

/**
 * A compiled expression. Variables are read when the expression comes to them, so a condition pays only for what it
 * asks.
 */
record CelCondition(String source, CelRuntime.Program program, Map<String, Variable> variables) implements Condition {

    /**
     * A failed evaluation (a division by zero, an overflow, the limit of iterations) is false: a rule that cannot be
     * evaluated must not stop the conversation, and the last segment and route always hold.
     */
    @Override
    public boolean holds(Facts facts) {
        try {
            return Boolean.TRUE.equals(program.eval(name -> {
                Variable variable = variables.get(name);
                return variable == null
                        ? Optional.empty()
                        : Optional.of(variable.reading().apply(facts));
            }));
        } catch (CelEvaluationException | RuntimeException failed) {
            return false;
        }
    }

    @Override
    public String toString() {
        return source;
    }
}

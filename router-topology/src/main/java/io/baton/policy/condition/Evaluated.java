// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A part of a condition that the expression engine evaluates. It is pure, so its answers are kept by the values that it
 * asks for: facts about a customer rarely change from turn to turn, and an evaluation costs some microseconds.
 */
final class Evaluated implements Conjunct {

    /** Answers kept. Where values never repeat, keeping more would only cost memory. */
    private static final int MOST = 256;

    private final CelRuntime.Program program;
    private final Map<String, Variable> variables;
    private final Variable[] asked;
    private final Map<List<Object>, Boolean> known = new ConcurrentHashMap<>();

    /**
     * @param variables all variables by name
     * @param asked those that the expression mentions
     */
    Evaluated(CelRuntime.Program program, Map<String, Variable> variables, List<Variable> asked) {
        this.program = program;
        this.variables = variables;
        this.asked = asked.toArray(Variable[]::new);
    }

    @Override
    public boolean holds(Facts facts) {
        Object[] read = new Object[asked.length];
        for (int i = 0; i < read.length; i++) {
            read[i] = asked[i].reading().apply(facts);
        }
        List<Object> values = Arrays.asList(read);
        Boolean answer = known.get(values);
        if (answer == null) {
            answer = evaluate(facts);
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(values, answer);
        }
        return answer;
    }

    private boolean evaluate(Facts facts) {
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
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import dev.cel.common.ast.CelConstant;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/** A variable by itself, or compared with a constant: what most parts of most conditions are. Needs no engine. */
final class Comparison {

    /** The same with the two sides exchanged. */
    private static final Map<String, String> MIRRORED =
            Map.of("_<_", "_>_", "_<=_", "_>=_", "_>_", "_<_", "_>=_", "_<=_", "_==_", "_==_", "_!=_", "_!=_");

    private Comparison() {}

    /** A flag by itself. */
    static Conjunct flag(Variable variable) {
        return equality(variable, true, true);
    }

    /**
     * A comparison of a variable with a constant; null where this class cannot tell what the language would say.
     *
     * @param function name of the operator in the language, such as {@code _<=_}
     * @param mirrored whether the constant stands on the left
     */
    static @Nullable Conjunct of(Variable variable, String function, CelConstant constant, boolean mirrored) {
        String operator = MIRRORED.containsKey(function) && mirrored ? MIRRORED.get(function) : function;
        if (operator == null || !MIRRORED.containsKey(operator)) {
            return null;
        }
        boolean equal = operator.equals("_==_");
        boolean equality = equal || operator.equals("_!=_");
        return switch (constant.getKind()) {
            case STRING_VALUE ->
                equality && variable.type() == Variable.Type.STRING
                        ? equality(variable, constant.stringValue(), equal)
                        : null;
            case BOOLEAN_VALUE ->
                equality && variable.type() == Variable.Type.BOOL
                        ? equality(variable, constant.booleanValue(), equal)
                        : null;
            case DOUBLE_VALUE -> number(variable, operator, constant.doubleValue());
            case INT64_VALUE -> number(variable, operator, (double) constant.int64Value());
            default -> null;
        };
    }

    private static Conjunct equality(Variable variable, Object constant, boolean equal) {
        Function<Facts, Object> reading = variable.reading();
        return facts -> equal == constant.equals(reading.apply(facts));
    }

    /** Whole numbers beyond 2^53 are left to the engine: as doubles they are no longer exact. */
    private static @Nullable Conjunct number(Variable variable, String operator, double constant) {
        boolean numeric = variable.type() == Variable.Type.INT || variable.type() == Variable.Type.DOUBLE;
        return numeric && Math.abs(constant) < 1L << 53 ? number(variable.number(), operator, constant) : null;
    }

    private static Conjunct number(ToDoubleFunction<Facts> number, String operator, double limit) {
        return switch (operator) {
            case "_<_" -> facts -> number.applyAsDouble(facts) < limit;
            case "_<=_" -> facts -> number.applyAsDouble(facts) <= limit;
            case "_>_" -> facts -> number.applyAsDouble(facts) > limit;
            case "_>=_" -> facts -> number.applyAsDouble(facts) >= limit;
            case "_==_" -> facts -> number.applyAsDouble(facts) == limit;
            default -> facts -> number.applyAsDouble(facts) != limit;
        };
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import dev.cel.common.ast.CelConstant;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** A variable by itself, or compared with a constant: what most parts of most conditions are. Needs no engine. */
final class Comparison implements Conjunct {

    /** The same with the two sides exchanged. */
    private static final Map<String, String> MIRRORED =
            Map.of("_<_", "_>_", "_<=_", "_>=_", "_>_", "_<_", "_>=_", "_<=_", "_==_", "_==_", "_!=_", "_!=_");

    private final Function<Facts, Object> reading;
    private final String operator;
    private final Object constant;

    private Comparison(Variable variable, String operator, Object constant) {
        this.reading = variable.reading();
        this.operator = operator;
        this.constant = constant;
    }

    /** A flag by itself. */
    static Comparison flag(Variable variable, boolean expected) {
        return new Comparison(variable, "_==_", expected);
    }

    /**
     * A comparison of a variable with a constant; null where this class cannot tell what the language would say.
     *
     * @param function name of the operator in the language, such as {@code _<=_}
     * @param mirrored whether the constant stands on the left
     */
    static @Nullable Comparison of(Variable variable, String function, CelConstant constant, boolean mirrored) {
        String operator = MIRRORED.containsKey(function) && mirrored ? MIRRORED.get(function) : function;
        if (operator == null || !MIRRORED.containsKey(operator)) {
            return null;
        }
        boolean equality = operator.equals("_==_") || operator.equals("_!=_");
        return switch (constant.getKind()) {
            case STRING_VALUE ->
                equality && variable.type() == Variable.Type.STRING
                        ? new Comparison(variable, operator, constant.stringValue())
                        : null;
            case BOOLEAN_VALUE ->
                equality && variable.type() == Variable.Type.BOOL
                        ? new Comparison(variable, operator, constant.booleanValue())
                        : null;
            case DOUBLE_VALUE -> number(variable, operator, constant.doubleValue());
            case INT64_VALUE -> number(variable, operator, (double) constant.int64Value());
            default -> null;
        };
    }

    /** Whole numbers beyond 2^53 are left to the engine: as doubles they are no longer exact. */
    private static @Nullable Comparison number(Variable variable, String operator, double constant) {
        boolean numeric = variable.type() == Variable.Type.INT || variable.type() == Variable.Type.DOUBLE;
        return numeric && Math.abs(constant) < 1L << 53 ? new Comparison(variable, operator, constant) : null;
    }

    @Override
    public boolean holds(Facts facts) {
        Object value = reading.apply(facts);
        if (value instanceof Number number && constant instanceof Double limit) {
            double left = number.doubleValue();
            return switch (operator) {
                case "_<_" -> left < limit;
                case "_<=_" -> left <= limit;
                case "_>_" -> left > limit;
                case "_>=_" -> left >= limit;
                case "_==_" -> left == limit;
                default -> left != limit;
            };
        }
        return operator.equals("_==_") == value.equals(constant);
    }
}

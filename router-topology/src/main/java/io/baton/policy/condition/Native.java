// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import io.baton.policy.signal.Signal;
import io.baton.state.SignalMemory;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Parts of a condition that need no engine: comparisons of a variable with a constant, membership in a list of texts that is
 * written out or in the signals, and "and", "or" and "not" of such parts. None of them can fail, so the answer is the
 * language's in whatever order they are asked. Everything else is the engine's: an evaluation there takes some hundred times
 * as long.
 *
 * @param variables which variable a node names; null = none
 */
record Native(Function<CelExpr, @Nullable Variable> variables) {

    /** The node without the engine; null where it needs one. */
    @Nullable
    Conjunct of(CelExpr node) {
        Variable alone = variables.apply(node);
        if (alone != null) {
            return alone.type() == Variable.Type.BOOL ? Comparison.flag(alone) : null;
        }
        if (node.getKind() != ExprKind.Kind.CALL) {
            return null;
        }
        List<CelExpr> args = node.call().args();
        return switch (node.call().function()) {
            case "_&&_" -> all(args);
            case "_||_" -> any(args);
            case "!_" -> not(args.get(0));
            case "@in" -> member(args.get(0), args.get(1));
            default -> args.size() == 2 ? comparison(node.call().function(), args.get(0), args.get(1)) : null;
        };
    }

    private @Nullable Conjunct all(List<CelExpr> operands) {
        List<Conjunct> parts = each(operands);
        return parts == null ? null : new CelCondition("", parts)::holds;
    }

    private @Nullable Conjunct any(List<CelExpr> operands) {
        List<Conjunct> found = each(operands);
        if (found == null) {
            return null;
        }
        Conjunct[] parts = found.toArray(Conjunct[]::new);
        return facts -> {
            for (Conjunct part : parts) {
                if (part.holds(facts)) {
                    return true;
                }
            }
            return false;
        };
    }

    private @Nullable List<Conjunct> each(List<CelExpr> operands) {
        List<Conjunct> parts = new ArrayList<>();
        for (CelExpr operand : operands) {
            Conjunct part = of(operand);
            if (part == null) {
                return null;
            }
            parts.add(part);
        }
        return parts;
    }

    private @Nullable Conjunct not(CelExpr operand) {
        Conjunct part = of(operand);
        return part == null ? null : facts -> !part.holds(facts);
    }

    private @Nullable Conjunct comparison(String function, CelExpr left, CelExpr right) {
        Variable named = variables.apply(left);
        if (named != null && isConstant(right)) {
            return Comparison.of(named, function, right.constant(), false);
        }
        Variable mirrored = variables.apply(right);
        return mirrored != null && isConstant(left) ? Comparison.of(mirrored, function, left.constant(), true) : null;
    }

    private @Nullable Conjunct member(CelExpr element, CelExpr list) {
        Variable named = variables.apply(element);
        if (named != null && named.type() == Variable.Type.STRING && list.getKind() == ExprKind.Kind.LIST) {
            Set<Object> texts = texts(list.list().elements());
            Function<Facts, Object> reading = named.reading();
            return texts == null ? null : facts -> texts.contains(reading.apply(facts));
        }
        Variable asked = variables.apply(list);
        return asked != null && asked.name().equals(Variables.SIGNALS) && isText(element)
                ? alive(element.constant().stringValue())
                : null;
    }

    /** Whether a signal is among {@link Variables#SIGNALS}, without a list of all of them. */
    private static Conjunct alive(String id) {
        Signal signal = Signal.byId(id).orElse(null);
        return facts -> {
            if (facts.conversation() != null) {
                for (SignalMemory memory : facts.conversation().getSignals()) {
                    if (Signal.at(memory.getSignal()) == signal) {
                        return true;
                    }
                }
            }
            return false;
        };
    }

    private static @Nullable Set<Object> texts(List<CelExpr> elements) {
        Set<Object> texts = new HashSet<>();
        for (CelExpr element : elements) {
            if (!isText(element)) {
                return null;
            }
            texts.add(element.constant().stringValue());
        }
        return texts;
    }

    private static boolean isText(CelExpr node) {
        return isConstant(node) && node.constant().getKind() == CelConstant.Kind.STRING_VALUE;
    }

    private static boolean isConstant(CelExpr node) {
        return node.getKind() == ExprKind.Kind.CONSTANT;
    }
}

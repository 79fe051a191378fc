// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import dev.cel.bundle.Cel;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.runtime.CelEvaluationException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Takes a checked expression apart at its top-level "and"s, and finds for each part the cheapest way to evaluate it. */
final class Dissection {

    private final Cel cel;
    private final CelAbstractSyntaxTree tree;
    private final Map<String, Variable> variables;
    private final List<Conjunct> cheap = new ArrayList<>();
    private final List<Conjunct> evaluated = new ArrayList<>();

    private Dissection(Cel cel, CelAbstractSyntaxTree tree, Map<String, Variable> variables) {
        this.cel = cel;
        this.tree = tree;
        this.variables = variables;
    }

    static List<Conjunct> of(Cel cel, CelAbstractSyntaxTree tree, Map<String, Variable> variables)
            throws CelEvaluationException {
        Dissection dissection = new Dissection(cel, tree, variables);
        dissection.take(tree.getExpr());
        List<Conjunct> all = new ArrayList<>(dissection.cheap);
        all.addAll(dissection.evaluated);
        return List.copyOf(all);
    }

    private void take(CelExpr node) throws CelEvaluationException {
        if (isCall(node) && node.call().function().equals("_&&_")) {
            for (CelExpr operand : node.call().args()) {
                take(operand);
            }
            return;
        }
        Conjunct plain = new Native(this::variable).of(node);
        if (plain != null) {
            cheap.add(plain);
        } else {
            evaluated.add(evaluated(node));
        }
    }

    private Conjunct evaluated(CelExpr node) throws CelEvaluationException {
        CelAbstractSyntaxTree part =
                CelAbstractSyntaxTree.newCheckedAst(node, tree.getSource(), tree.getReferenceMap(), tree.getTypeMap());
        List<Variable> asked = CelNavigableAst.fromAst(part)
                .getRoot()
                .allNodes()
                .map(inside -> variable(inside.expr()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        return new Evaluated(cel.createProgram(part), variables, asked);
    }

    private @Nullable Variable variable(CelExpr node) {
        Optional<CelReference> reference = tree.getReference(node.id());
        return reference.map(CelReference::name).map(variables::get).orElse(null);
    }

    private static boolean isCall(CelExpr node) {
        return node.getKind() == ExprKind.Kind.CALL;
    }
}

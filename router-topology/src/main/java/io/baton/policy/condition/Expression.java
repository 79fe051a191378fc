// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;
import dev.cel.common.ast.CelExpr.CelCall;
import dev.cel.common.ast.CelExpr.ExprKind;
import dev.cel.common.ast.CelReference;
import dev.cel.common.navigation.CelNavigableAst;
import dev.cel.common.navigation.CelNavigableExpr;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** What can be learnt from the syntax tree of a checked expression: names it mentions, patterns it uses. */
final class Expression {

    /** The second argument of {@code matches}; {@code text} is empty where it is not written out. */
    record Pattern(Optional<String> text, int offset) {}

    /** A variable that is asked for. */
    record Name(String text, int offset) {}

    private final CelAbstractSyntaxTree tree;
    private final List<CelExpr> calls;

    Expression(CelAbstractSyntaxTree tree) {
        this.tree = tree;
        Stream<CelNavigableExpr> nodes = CelNavigableAst.fromAst(tree).getRoot().allNodes();
        calls = nodes.map(CelNavigableExpr::expr)
                .filter(node -> node.getKind() == ExprKind.Kind.CALL)
                .toList();
    }

    /** Every comparison of a variable with texts that are written out: {@code ==}, {@code !=} and {@code in}. */
    List<Compiled.Mention> mentions() {
        List<Compiled.Mention> found = new ArrayList<>();
        for (CelExpr node : calls) {
            CelCall call = node.call();
            if (isComparison(call.function()) && call.args().size() == 2) {
                addMentions(call.args().get(0), call.args().get(1), found);
                addMentions(call.args().get(1), call.args().get(0), found);
            }
        }
        return found;
    }

    List<Name> names() {
        return tree.getReferenceMap().entrySet().stream()
                .filter(reference -> !reference.getValue().name().isEmpty())
                .map(reference -> new Name(reference.getValue().name(), offset(reference.getKey())))
                .toList();
    }

    List<Pattern> patterns() {
        List<Pattern> found = new ArrayList<>();
        for (CelExpr node : calls) {
            if (node.call().function().equals("matches")) {
                CelExpr pattern = node.call().args().get(node.call().args().size() - 1);
                found.add(new Pattern(text(pattern), offset(pattern)));
            }
        }
        return found;
    }

    private void addMentions(CelExpr named, CelExpr compared, List<Compiled.Mention> found) {
        Optional<String> variable =
                tree.getReference(named.id()).map(CelReference::name).filter(name -> !name.isEmpty());
        if (variable.isEmpty()) {
            return;
        }
        List<CelExpr> texts =
                compared.getKind() == ExprKind.Kind.LIST ? compared.list().elements() : List.of(compared);
        for (CelExpr candidate : texts) {
            text(candidate).ifPresent(text -> found.add(new Compiled.Mention(variable.get(), text, offset(candidate))));
        }
    }

    private static Optional<String> text(CelExpr node) {
        boolean written =
                node.getKind() == ExprKind.Kind.CONSTANT && node.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        return written ? Optional.of(node.constant().stringValue()) : Optional.empty();
    }

    private int offset(CelExpr node) {
        return offset(node.id());
    }

    private int offset(long node) {
        Integer position = tree.getSource().getPositionsMap().get(node);
        return position == null ? 0 : position;
    }

    private static boolean isComparison(String function) {
        return function.equals("_==_") || function.equals("_!=_") || function.equals("@in");
    }
}

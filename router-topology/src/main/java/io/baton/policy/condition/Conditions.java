// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import static java.util.stream.Collectors.toUnmodifiableMap;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelBuilder;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelValidationException;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Compiles the conditions of a policy: parsed, type-checked against {@link Variables}, bounded in size and in work.
 *
 * <p>A policy comes from outside the program, so an expression gets no more than the table of variables: no
 * environment, no clock, no types of the host. What it may cost is bounded when it is loaded where that is possible
 * (length, nodes, depth, patterns) and while it runs where it is not (iterations).
 */
public final class Conditions {

    /** Longest expression, in characters. */
    public static final int MAX_LENGTH = 2_000;

    /** Most nodes of the syntax tree. */
    public static final int MAX_NODES = 400;

    /** Deepest nesting. */
    public static final int MAX_DEPTH = 24;

    /** Most iterations of one evaluation, over all of its {@code exists} and {@code map}. */
    public static final int MAX_ITERATIONS = 1_000;

    /** Largest compiled pattern of {@code matches}, in instructions. */
    public static final int MAX_PATTERN = 500;

    static final CelOptions LIMITS = CelOptions.current()
            .maxExpressionCodePointSize(MAX_LENGTH)
            .maxParseExpressionNodeCount(MAX_NODES)
            .maxParseRecursionDepth(MAX_DEPTH)
            .comprehensionMaxIterations(MAX_ITERATIONS)
            .maxRegexProgramSize(MAX_PATTERN)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private static final Cel CEL = environment();
    private static final Map<String, Variable> VARIABLES =
            Variables.ALL.stream().collect(toUnmodifiableMap(Variable::name, Function.identity()));

    private Conditions() {}

    /** Compiles a condition over a customer and a conversation. */
    public static Compiled compile(String expression) {
        return compiled(expression, variable -> !variable.aboutSignal(), " is only known in rules of outreach");
    }

    /** Compiles a condition over a product signal and its customer, for outreach. */
    public static Compiled compileForSignal(String expression) {
        return compiled(
                expression,
                variable -> !variable.name().startsWith("conversation."),
                " is not known in rules of outreach");
    }

    /** Compiles a condition over a customer whose profile has changed, for outreach. */
    public static Compiled compileForProfile(String expression) {
        return compiled(
                expression,
                variable -> variable.name().startsWith("customer."),
                " is not known in rules about a profile");
    }

    /** Compiles a condition over a customer alone, for segments: they are chosen before there is a conversation. */
    public static Compiled compileForCustomer(String expression) {
        return compiled(expression, Variable::aboutCustomer, " is not known yet when segments are chosen");
    }

    /** Every variable, in the order in which documentation lists them. */
    public static List<Variable> describe() {
        return Variables.ALL;
    }

    private static Compiled compiled(String expression, Predicate<Variable> allowed, String otherwise) {
        if (expression.length() > MAX_LENGTH) {
            return new Compiled.Rejected(
                    "is too long: " + expression.length() + " characters, at most " + MAX_LENGTH, MAX_LENGTH);
        }
        CelValidationResult result = CEL.compile(expression);
        if (result.hasError()) {
            return rejected(result.getErrors().get(0), expression);
        }
        try {
            return checked(expression, result.getAst(), allowed, otherwise);
        } catch (CelValidationException | CelEvaluationException impossible) {
            return new Compiled.Rejected(oneLine(String.valueOf(impossible.getMessage())), 0);
        }
    }

    private static Compiled checked(
            String expression, CelAbstractSyntaxTree tree, Predicate<Variable> allowed, String otherwise)
            throws CelEvaluationException {
        Expression inside = new Expression(tree);
        for (Expression.Name name : inside.names()) {
            Variable variable = VARIABLES.get(name.text());
            if (variable != null && !allowed.test(variable)) {
                return new Compiled.Rejected(name.text() + otherwise, name.offset());
            }
        }
        for (Expression.Pattern pattern : inside.patterns()) {
            String problem = PatternCheck.problem(pattern);
            if (problem != null) {
                return new Compiled.Rejected(problem, pattern.offset());
            }
        }
        return new Compiled.Ok(new CelCondition(expression, Dissection.of(CEL, tree, VARIABLES)), inside.mentions());
    }

    private static Compiled rejected(CelIssue issue, String expression) {
        int offset = 0;
        int line = 1;
        while (line < issue.getSourceLocation().getLine() && expression.indexOf('\n', offset) >= 0) {
            offset = expression.indexOf('\n', offset) + 1;
            line++;
        }
        int column = Math.max(0, issue.getSourceLocation().getColumn());
        return new Compiled.Rejected(oneLine(issue.getMessage()), Math.min(offset + column, expression.length()));
    }

    private static Cel environment() {
        CelBuilder builder = CelFactory.plannerCelBuilder()
                .setOptions(LIMITS)
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setResultType(SimpleType.BOOL);
        Variables.ALL.forEach(variable -> builder.addVar(variable.name(), type(variable.type())));
        return builder.build();
    }

    private static String oneLine(String message) {
        return message.replace(" (in container '')", "").replace('\n', ' ').strip();
    }

    private static CelType type(Variable.Type type) {
        return switch (type) {
            case BOOL -> SimpleType.BOOL;
            case INT -> SimpleType.INT;
            case DOUBLE -> SimpleType.DOUBLE;
            case STRING -> SimpleType.STRING;
            case STRINGS -> ListType.create(SimpleType.STRING);
        };
    }
}

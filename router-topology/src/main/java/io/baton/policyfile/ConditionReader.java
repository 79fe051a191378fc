// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.policy.condition.Compiled;
import io.baton.policy.condition.Condition;
import io.baton.policy.condition.Conditions;
import io.baton.policy.condition.Variable;
import io.baton.yaml.Closest;
import io.baton.yaml.Value;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads a condition and checks that the names it compares with exist: a misspelt one would silently never hold. */
record ConditionReader(Declared declared) {

    private static final Set<String> PATHS = Set.of("AUTOMATED", "ASSISTED", "HUMAN");
    private static final Pattern NAME = Pattern.compile("\\b(?:customer|conversation|signal)\\.\\w+");

    /** A condition over a customer and a conversation; null where it is absent or wrong. */
    @Nullable
    Condition read(Value value) {
        return compiled(value, Conditions::compile);
    }

    /** A condition over a customer alone; null where it is absent or wrong. */
    @Nullable
    Condition readForCustomer(Value value) {
        return compiled(value, Conditions::compileForCustomer);
    }

    /** A condition over a product signal and its customer; null where it is absent or wrong. */
    @Nullable
    Condition readForSignal(Value value) {
        return compiled(value, Conditions::compileForSignal);
    }

    /** A condition over a customer whose profile has changed; null where it is absent or wrong. */
    @Nullable
    Condition readForProfile(Value value) {
        return compiled(value, Conditions::compileForProfile);
    }

    private @Nullable Condition compiled(Value value, Function<String, Compiled> compiler) {
        Optional<String> expression = value.scalar("a condition");
        if (expression.isEmpty()) {
            return null;
        }
        Compiled compiled = compiler.apply(expression.get());
        if (compiled instanceof Compiled.Ok ok) {
            ok.mentions().forEach(mention -> check(mention, value));
            return ok.condition();
        }
        report((Compiled.Rejected) compiled, expression.get(), value);
        return null;
    }

    private static void report(Compiled.Rejected rejected, String text, Value value) {
        List<String> known = Conditions.describe().stream().map(Variable::name).toList();
        Matcher names = NAME.matcher(text);
        while (rejected.message().contains("undeclared reference") && names.find()) {
            if (!known.contains(names.group())) {
                String hint = Closest.hint(names.group(), known);
                value.failAt(names.start(), "unknown variable '" + names.group() + "'" + hint);
                return;
            }
        }
        value.failAt(rejected.offset(), rejected.message());
    }

    private void check(Compiled.Mention mention, Value value) {
        Set<String> known = switch (mention.variable()) {
            case "customer.segment" -> declared.segments();
            case "conversation.category" -> declared.categories();
            case "conversation.signals" -> Declared.SIGNALS;
            case "conversation.path" -> PATHS;
            default -> Set.of();
        };
        if (!known.isEmpty() && !mention.text().isEmpty() && !known.contains(mention.text())) {
            String hint = Closest.hint(mention.text(), known);
            value.failAt(mention.offset(), mention.variable() + " is never '" + mention.text() + "'" + hint);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import dev.cel.bundle.Cel;
import dev.cel.bundle.CelFactory;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.SimpleType;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tries the patterns of {@code matches} when a condition is loaded. The engine compiles them only when it comes to
 * them, and an evaluation that fails is false: without this check a wrong pattern would be a rule that silently never
 * holds.
 */
final class PatternCheck {

    private static final CelRuntime.Program MATCHES = matches();

    private PatternCheck() {}

    /** What is wrong with a pattern, or null. */
    static @Nullable String problem(Expression.Pattern pattern) {
        if (pattern.text().isEmpty()) {
            return "the pattern of matches must be written out, so that it can be checked";
        }
        try {
            MATCHES.eval(Map.of("pattern", pattern.text().get()));
            return null;
        } catch (CelEvaluationException | RuntimeException failed) {
            return "not a usable pattern: " + reason(failed);
        }
    }

    private static CelRuntime.Program matches() {
        Cel cel = CelFactory.plannerCelBuilder()
                .setOptions(Conditions.LIMITS)
                .addVar("pattern", SimpleType.STRING)
                .build();
        try {
            return cel.createProgram(cel.compile("''.matches(pattern)").getAst());
        } catch (CelValidationException | CelEvaluationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String reason(Exception failed) {
        String message = String.valueOf(failed.getMessage());
        return message.replaceFirst("^evaluation error at <input>:\\d+: ", "").replace('\n', ' ');
    }
}

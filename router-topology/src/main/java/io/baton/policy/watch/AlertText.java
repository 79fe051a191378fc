// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.watch;

import io.baton.event.AlertState;
import io.baton.policy.ruleset.AlertRule;
import io.baton.policy.ruleset.Ruleset;
import java.util.Locale;

/** An alert in one or two sentences: what it is, and where to look first. */
final class AlertText {

    private AlertText() {}

    static String of(Ruleset rules, AlertRule rule, String category, AlertState state, Judgement judged) {
        String where = category.equals(History.ALL) ? "all categories" : category;
        String what = String.format(
                Locale.ROOT,
                "%s of %s is %.3g, limit %.3g, over %d minutes and %d cases",
                rule.measure(),
                where,
                judged.value(),
                judged.limit(),
                rule.windowSeconds() / 60,
                judged.volume());
        return switch (state) {
            case RAISED, UPDATED -> what + ". " + hint(rules, rule, category);
            case CLEARED -> what + ": within its limit again.";
        };
    }

    private static String hint(Ruleset rules, AlertRule rule, String category) {
        if (rule.pause() && rules.qa().pause().apply() && rules.categories().containsKey(category)) {
            return "Automation of it is paused, humans take it over, until the model has been corrected and a policy owner publishes the "
                    + "day on which the pause was lifted, as qa.pause.lifted." + category + ".";
        }
        if (rule.pause()) {
            return "Automation of it should pause: a policy owner publishes it with tier 3, and lifts that when the model has "
                    + "been corrected.";
        }
        return switch (rule.measure()) {
            case "escalationRate" -> "Look at what triggers them: the figures trigger.* of the same windows.";
            case "confidence" -> "The assistant is less sure than usual: look for new questions or outdated articles.";
            case "containment" -> "Either answers have drifted or conversations are about something new.";
            case "handleTime" -> "Look at the quality of what is handed over, or at training.";
            case "reopenRate", "comebackRate" ->
                "Solutions do not hold: read the last of them before anything is changed.";
            case "misclassification" -> "Intents are mistaken more often: compare first and last categories.";
            case "started" -> "A kind of issue that the policy does not know: give it a category, a tier and an owner.";
            default -> "Compare with the same hours of last week.";
        };
    }
}

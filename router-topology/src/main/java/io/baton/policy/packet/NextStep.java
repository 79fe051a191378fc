// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.Attempt;
import io.baton.event.IncidentReported;
import io.baton.event.Mood;
import io.baton.event.SimilarCase;
import io.baton.policy.playbook.Guidance;
import io.baton.policy.ruleset.CategoryRule;
import io.baton.policy.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * What an agent should do next (H10): the feelings first, then the step of the category or one that follows from why the
 * assistant failed, what solved similar cases, and what not to suggest again.
 */
final class NextStep {

    private static final Set<String> UPSET = Set.of("distressed", "angry", "frustrated");

    /** Only what surely works more often than not is recommended: the lower end of the interval of its share. */
    private static final double MOSTLY = 0.5;

    private NextStep() {}

    static String of(Case c, Mood mood, List<Attempt> attempts, List<SimilarCase> similar) {
        List<String> steps = new ArrayList<>();
        if (UPSET.contains(mood.getLabel())) {
            steps.add("Start with the customer's feelings: say what went wrong and that you stay on it.");
        }
        for (IncidentReported incident : c.incidents()) {
            steps.add("Check the open incident " + incident.getIncidentId() + " first.");
        }
        steps.addAll(Guidance.of(c.rules(), c.state(), c.at()).steps());
        String own = c.category().suggestedStep();
        steps.add(own != null ? own : derived(c, attempts));
        List<String> tried = Attempts.actions(attempts);
        similar.stream()
                .filter(one -> one.getLow() >= MOSTLY && !tried.contains(one.getResolution()))
                .findFirst()
                .ifPresent(one -> steps.add(proven(one)));
        if (!tried.isEmpty()) {
            steps.add("Do not suggest again: " + String.join(", ", tried) + ".");
        }
        String contact = c.state().getCustomer().getDedicatedContact();
        if (contact != null) {
            steps.add("Let the dedicated contact know: " + contact + ".");
        }
        return String.join(" ", steps);
    }

    private static String proven(SimilarCase one) {
        return "What held in " + one.getHeld() + " of " + one.getTried() + " similar cases: " + one.getResolution()
                + ".";
    }

    private static String derived(Case c, List<Attempt> attempts) {
        if (c.speaks(Signal.DISTRESS)) {
            return "Make sure that the customer is all right before anything technical.";
        }
        if (c.speaks(Signal.LEGAL_QUESTION)) {
            return "Give no assessment; take the question down and pass it to those who may answer it.";
        }
        if (c.speaks(Signal.DISPUTED_CHARGE, Signal.AMOUNT_AT_STAKE)) {
            return "Look up the charge in billing before you answer, then confirm what happens to it and by when.";
        }
        if (c.speaks(Signal.UNCLEAR_INTENT, Signal.RE_PROMPTS, Signal.REPEATED_QUESTIONS)) {
            return "Confirm in one sentence what the customer wants; do not make them say it again.";
        }
        return attempts.isEmpty()
                ? identify(c.category())
                : "Take a way that has not been tried. " + identify(c.category());
    }

    private static String identify(CategoryRule category) {
        return category.identifiers().isEmpty()
                ? "Look up the account, then answer."
                : "Look up what identifies the issue (" + String.join(", ", category.identifiers()) + "), then answer.";
    }
}

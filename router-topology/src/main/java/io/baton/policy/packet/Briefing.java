// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.Attempt;
import io.baton.event.CustomerCard;
import io.baton.event.EscalationReason;
import io.baton.event.History;
import io.baton.event.Mood;
import java.util.List;
import java.util.StringJoiner;

/** The briefing (H09): who, what, what was tried, why a person, and how they feel, in four plain sentences. */
record Briefing(Case c, Mood mood, Goal goal, List<Attempt> attempts, List<EscalationReason> reasons) {

    /** Reasons named in the briefing; the packet holds the others. */
    private static final int MAX_REASONS = 3;

    /** Actions named in the briefing. */
    private static final int MAX_ACTIONS = 4;

    String text(CustomerCard card, History history) {
        return who(card, history) + " " + tried() + " " + why() + " " + feels();
    }

    private String who(CustomerCard card, History history) {
        StringBuilder text = new StringBuilder("A customer of segment ")
                .append(c.rules().segment(card.getSegment()).title());
        if (card.getPlan() != null) {
            text.append(" on plan ").append(card.getPlan());
        }
        if (card.getAnnualValue() != null && card.getCurrency() != null) {
            text.append(" (")
                    .append(PlainWords.money(card.getAnnualValue(), card.getCurrency()))
                    .append(" a year)");
        }
        text.append(" writes by ")
                .append(c.state().getChannel())
                .append(" about ")
                .append(goal.category());
        if (history.getSameCategory7d() > 1) {
            text.append(", contact ").append(history.getSameCategory7d()).append(" about it within seven days");
        }
        return text.append(goal.words() == null ? "." : ": “" + goal.words() + "”.")
                .toString();
    }

    private String tried() {
        int replies = Attempts.byAssistant(attempts);
        String reported = replies == attempts.size() ? "" : "; the customer has tried something already";
        if (replies == 0) {
            return "The assistant has tried nothing" + reported + ".";
        }
        List<String> actions = Attempts.actions(attempts);
        StringJoiner what = new StringJoiner(", ", " (", ")").setEmptyValue("");
        for (String action : actions.subList(0, Math.min(MAX_ACTIONS, actions.size()))) {
            what.add(action + " " + PlainWords.times(Attempts.count(attempts, action)));
        }
        int asked = 0;
        for (Attempt attempt : attempts) {
            asked += attempt.getOutcome().equals("clarification") ? 1 : 0;
        }
        return "The assistant replied " + PlainWords.times(replies) + " without solving it"
                + (asked == 0 ? "" : ", of which it only asked back " + PlainWords.times(asked))
                + what
                + reported
                + ".";
    }

    private String why() {
        StringJoiner why = new StringJoiner("; ", "Why a person: ", ".");
        for (EscalationReason reason : reasons.subList(0, Math.min(MAX_REASONS, reasons.size()))) {
            why.add(unpointed(reason.getText()));
        }
        return why.toString();
    }

    private String feels() {
        String trend = mood.getTrend() <= -0.1 ? " and it is getting worse" : "";
        return "The mood is " + mood.getLabel() + " (" + mood.getIntensity() + " of 5)" + trend + "; urgency is "
                + mood.getUrgency() + ".";
    }

    private static String unpointed(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}

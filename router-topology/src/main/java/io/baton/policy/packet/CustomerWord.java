// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.EscalationReason;
import io.baton.event.IncidentReported;
import io.baton.policy.signal.Signal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What to tell the customer now (H16): the policy's text for the reason, with a true expectation.
 *
 * <p>Placeholders of the policy's text: <code>{queue}</code> title of the queue, <code>{category}</code> title of the
 * category, <code>{due}</code> when a person answers, <code>{opens}</code> when the queue opens. An unknown one is left out: no
 * customer should read braces. What an open incident allows to be said is added, and what is to be expected where nobody can
 * come now.
 */
final class CustomerWord {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final Pattern SPACES = Pattern.compile(" {2,}");
    private static final Pattern SPACE_BEFORE_POINT = Pattern.compile(" ([.,;!?])");
    private static final int MAX_TEXT = 1_000;

    private CustomerWord() {}

    static String of(Case c, List<EscalationReason> reasons) {
        Expectation expectation = new Expectation(c);
        UnaryOperator<String> values = name -> value(c, expectation, name);
        String word = c.rules().message(key(c, reasons));
        if (expectation.isTold()) {
            return filled(expectation.text().orElse(word), values);
        }
        StringBuilder text = new StringBuilder(filled(word, values));
        expectation.caveat().ifPresent(caveat -> text.append(' ').append(filled(caveat, values)));
        for (IncidentReported incident : c.incidents()) {
            if (incident.getStatusText() != null) {
                text.append(' ').append(Excerpt.of(incident.getStatusText(), MAX_TEXT));
            }
        }
        return text.toString();
    }

    /**
     * The strongest reason that the policy has a text for; a wish for a person is answered as one. Then the kind of an open
     * incident, then the rule that fired.
     */
    private static String key(Case c, List<EscalationReason> reasons) {
        List<String> keys = new ArrayList<>();
        for (EscalationReason reason : reasons) {
            boolean asked = reason.getSignal().equals(Signal.HUMAN_REQUESTED.id());
            keys.add(asked ? 0 : keys.size(), reason.getSignal());
        }
        for (IncidentReported incident : c.incidents()) {
            keys.add(incident.getKind());
        }
        String rule = c.in().ruling().rule();
        keys.add(Reasons.BY_TIER.contains(rule) ? Signal.HUMAN_ONLY.id() : rule);
        for (String key : keys) {
            if (c.rules().messages().containsKey(key)) {
                return key;
            }
        }
        return "default";
    }

    private static String value(Case c, Expectation expectation, String placeholder) {
        return switch (placeholder) {
            case "queue" -> c.queue().title();
            case "category" -> c.category().title();
            case "due" -> expectation.due();
            case "opens" -> expectation.opens();
            default -> "";
        };
    }

    private static String filled(String text, UnaryOperator<String> values) {
        String filled =
                PLACEHOLDER.matcher(text).replaceAll(match -> Matcher.quoteReplacement(values.apply(match.group(1))));
        String single = SPACES.matcher(filled).replaceAll(" ");
        return SPACE_BEFORE_POINT.matcher(single).replaceAll("$1").strip();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.AssistantReply;
import io.baton.event.CustomerMessage;
import io.baton.policy.packet.Dialogue.Line;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the customer wants to get done (H02): their own words, not ours, and the intent that was detected.
 *
 * @param words the first message of the episode that says something, shortened; null = nothing was said
 * @param intent intent detected last; null = none
 */
record Goal(@Nullable String words, @Nullable String intent, String category) {

    /** Words a message has at least that says more than a greeting. */
    private static final int SUBSTANTIAL = 4;

    private static final int MAX_TEXT = 280;

    static Goal of(Case c) {
        List<Line> said = c.dialogue().customerSince(c.state().getEpisodeAt());
        Line first = first(c, said);
        return new Goal(
                first == null ? null : Excerpt.of(first.text(), MAX_TEXT),
                intent(c),
                c.category().title());
    }

    /** The goal in one or two sentences. */
    String text() {
        String wish = words == null ? "Not said yet; it is about " + category + "." : "“" + words + "”";
        return intent == null ? wish : wish + " (detected intent: " + intent + ")";
    }

    /** The first message that says something and does not only ask for a person, else the longest; null = none. */
    private static @Nullable Line first(Case c, List<Line> said) {
        Line longest = null;
        int most = -1;
        for (Line line : said) {
            int words = words(line);
            if (words >= SUBSTANTIAL && !isRequest(c, line)) {
                return line;
            }
            if (words > most) {
                longest = line;
                most = words;
            }
        }
        return longest;
    }

    private static boolean isRequest(Case c, Line line) {
        for (Reading reading : c.in().ruling().verdict().readings()) {
            if (reading.signal() == Signal.HUMAN_REQUESTED && reading.eventId().equals(line.eventId())) {
                return true;
            }
        }
        return false;
    }

    private static int words(Line line) {
        String text = line.text();
        int words = 0;
        boolean counted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == ' ' || (c >= '\t' && c <= '\r')) {
                counted = false;
            } else if (!counted && Character.isLetterOrDigit(c)) {
                counted = true;
                words++;
            }
        }
        return words;
    }

    private static @Nullable String intent(Case c) {
        String intent = null;
        for (Line line : c.dialogue().lines()) {
            CustomerMessage message = line.message();
            AssistantReply reply = line.reply();
            String found = message != null ? message.getIntent() : reply != null ? reply.getIntent() : null;
            intent = found == null ? intent : found;
        }
        return intent;
    }
}

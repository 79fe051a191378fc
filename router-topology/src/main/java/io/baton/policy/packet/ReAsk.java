// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import io.baton.event.EscalationRaised;
import io.baton.event.Speaker;
import io.baton.policy.ruleset.Ruleset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Finds what an agent asks the customer for although the packet held it: a customer who must repeat themselves has been
 * handed over badly, whatever the packet's own score says (H17).
 *
 * <p>Only whole questions of the policy are looked for, in sentences that ask. An offer of further help asks for nothing.
 */
public final class ReAsk {

    private static final Pattern SENTENCE = Pattern.compile("(?<=[.!?\\n])");
    private static final Pattern APOSTROPHES = Pattern.compile("['’]");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    /** Words with which a sentence asks although it has no question mark. */
    private static final Set<String> ASKING =
            Set.of("please", "tell", "describe", "explain", "bitte", "dites", "dígame");
    /** What is asked besides is no repetition. */
    private static final Set<String> BESIDES = Set.of("else", "further", "anything", "sonst", "weiter", "autre", "más");

    private final Map<String, List<String>> phrases = new LinkedHashMap<>();

    public ReAsk(Ruleset rules) {
        rules.handover()
                .reAsk()
                .forEach((part, list) ->
                        phrases.put(part, list.stream().map(ReAsk::words).toList()));
    }

    /** Parts of a packet that a text asks for; empty for nearly every text. */
    public Set<String> asked(String text) {
        Set<String> parts = new TreeSet<>();
        if (phrases.isEmpty()) {
            return parts;
        }
        for (String sentence : SENTENCE.split(text, -1)) {
            String words = words(sentence);
            if (asks(sentence, words)) {
                phrases.forEach((part, list) -> {
                    if (list.stream().anyMatch(words::contains)) {
                        parts.add(part);
                    }
                });
            }
        }
        return parts;
    }

    /** Those of the parts that the packet held. */
    public static List<String> held(EscalationRaised packet, Set<String> parts) {
        List<String> held = new ArrayList<>();
        for (String part : parts) {
            boolean there = switch (part) {
                case "summary", "history" ->
                    packet.getTranscript().stream().anyMatch(turn -> turn.getSpeaker() == Speaker.CUSTOMER);
                case "attempts" -> !packet.getAttempts().isEmpty();
                default -> !packet.getCompleteness().getMissing().contains(part);
            };
            if (there) {
                held.add(part);
            }
        }
        return held;
    }

    private static boolean asks(String sentence, String words) {
        boolean asking = sentence.strip().endsWith("?");
        boolean besides = false;
        for (String word : words.split(" ", -1)) {
            asking |= ASKING.contains(word);
            besides |= BESIDES.contains(word);
        }
        return asking && !besides;
    }

    /** Lower case, words parted by one blank, with a blank at both ends so that only whole words are found. */
    private static String words(String text) {
        String plain = APOSTROPHES.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("");
        return (" " + NO_WORD.matcher(plain).replaceAll(" ").strip() + " ");
    }
}

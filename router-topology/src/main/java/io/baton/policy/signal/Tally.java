// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.event.AssistantReply;
import io.baton.event.CustomerMessage;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.signal.detector.Change;
import io.baton.policy.signal.text.Sketch;
import io.baton.state.ConversationFigures;
import io.baton.state.ConversationState;
import java.util.ArrayList;
import java.util.List;

/** Keeps the figures that signals are read from. All of bounded size: averages, counters and a few sketches. */
final class Tally {

    /** Weight of a new sentiment in the averages: the fast one follows in two messages, the slow one in about six. */
    static final double FAST = 0.6;

    static final double SLOW = 0.25;
    /**
     * Alikeness from which a message says the same again. At this value 2 to 5 % of the mostly successful conversations of
     * MultiWOZ and Schema-Guided Dialogue hold such a message, and 13 % of the chats with the poor bots of DBDC3.
     */
    static final double ALIKE = 0.7;

    private static final double SAME_REPLY = 0.9;
    private static final int WORDY = 8;
    private static final int SKETCHES = 4;
    private static final int REPLY_SKETCHES = 2;
    private static final int ACTIONS = 8;
    private static final double NEGATIVE = -0.1;

    private final Ruleset rules;
    private final Thresholds thresholds;

    Tally(Ruleset rules, Thresholds thresholds) {
        this.rules = rules;
        this.thresholds = thresholds;
    }

    /**
     * Counts a customer message.
     *
     * @param mood how it feels, -1 to 1
     */
    Change message(ConversationState s, CustomerMessage message, TextFeatures text, double mood, long at) {
        ConversationFigures f = s.getFigures();
        final double slow = f.getSentimentSlow();
        final double fast = f.getSentimentFast();
        f.setCustomerTurns(f.getCustomerTurns() + 1);
        f.setEpisodeCustomerTurns(f.getEpisodeCustomerTurns() + 1);
        s.setClockFrom(s.getClockFrom() == 0 ? at : s.getClockFrom());
        f.setWaitingFrom(f.getWaitingFrom() == 0 ? at : f.getWaitingFrom());
        feel(f, mood);
        f.setIntensity(Math.max(intensity(f, text), f.getIntensity() - 1));
        money(s, message, text);
        boolean repeated = alike(f.getMessageSketches(), text.sketch(), ALIKE);
        f.setMessageSketches(latest(f.getMessageSketches(), text.sketch(), SKETCHES));
        f.setRepetitions(f.getRepetitions() + (repeated ? 1 : 0));
        boolean tried = text.alreadyTried() && f.getEpisodeAssistantTurns() > 0;
        f.setRepeatedActions(f.getRepeatedActions() + (tried ? 1 : 0));
        return new Change(slow, fast, true, repeated, false, tried, moved(s));
    }

    /** Counts a reply of the assistant, sent or drafted. */
    Change reply(ConversationState s, AssistantReply reply, ReplyFeatures text) {
        ConversationFigures f = s.getFigures();
        f.setAssistantTurns(f.getAssistantTurns() + 1);
        f.setEpisodeAssistantTurns(f.getEpisodeAssistantTurns() + 1);
        f.setWaitingFrom(0L);
        confidence(s, reply);
        Boolean said = reply.getClarification();
        boolean asked = said != null ? said : text.rePrompt();
        f.setClarifications(f.getClarifications() + (asked ? 1 : 0));
        f.setClarificationRun(asked ? f.getClarificationRun() + 1 : 0);
        boolean again = !asked && suggestedAgain(f, reply, text);
        f.setReplySketches(latest(f.getReplySketches(), text.sketch(), REPLY_SKETCHES));
        f.setRepeatedActions(f.getRepeatedActions() + (again ? 1 : 0));
        return new Change(0, 0, false, f.getClarificationRun() > 2, asked, again, moved(s));
    }

    /** Counts a message of an agent. */
    void agent(ConversationState s) {
        ConversationFigures f = s.getFigures();
        f.setAgentTurns(f.getAgentTurns() + 1);
        f.setWaitingFrom(0L);
    }

    Change request(ConversationState s) {
        return new Change(0, 0, false, false, false, false, moved(s));
    }

    static void reset(ConversationFigures f) {
        f.setEpisodeCustomerTurns(0);
        f.setEpisodeAssistantTurns(0);
        f.setClarifications(0);
        f.setClarificationRun(0);
        f.setRepetitions(0);
        f.setOversteps(0);
        f.setSentimentLast(0f);
        f.setSentimentSlow(0f);
        f.setSentimentFast(0f);
        f.setSentimentSeen(0);
        f.setSentimentBest(0f);
        f.setConfidenceLast(-1f);
        f.setLowConfidenceRun(0);
        f.setActionHashes(new ArrayList<>());
        f.setRepeatedActions(0);
        f.setMessageSketches(new ArrayList<>());
        f.setReplySketches(new ArrayList<>());
        f.setNegativeRun(0);
        f.setIntensity(1);
        f.setWaitingFrom(0L);
        f.setCategoryHash(0);
    }

    private static void feel(ConversationFigures f, double sentiment) {
        double felt = Math.max(-1, Math.min(1, sentiment));
        f.setSentimentLast((float) felt);
        f.setSentimentFast((float) (f.getSentimentFast() + FAST * (felt - f.getSentimentFast())));
        f.setSentimentSlow((float) (f.getSentimentSlow() + SLOW * (felt - f.getSentimentSlow())));
        f.setSentimentBest(f.getSentimentSeen() == 0 ? (float) felt : Math.max(f.getSentimentBest(), (float) felt));
        f.setSentimentSeen(f.getSentimentSeen() + 1);
        f.setNegativeRun(felt < NEGATIVE ? f.getNegativeRun() + 1 : 0);
    }

    /** R02: 1 calm to 5 distressed; it calms down by one a message. */
    private static int intensity(ConversationFigures f, TextFeatures text) {
        double felt = Math.min(f.getSentimentLast(), f.getSentimentFast());
        int level = felt > -0.15 ? 1 : felt > -0.35 ? 2 : felt > -0.6 ? 3 : 4;
        level += (text.escalation() > 0 ? 1 : 0) + (text.emphasis() >= 0.6 ? 1 : 0);
        return text.distress() > 0 ? Math.max(4, Math.min(5, level + 2)) : Math.min(5, level);
    }

    private void money(ConversationState s, CustomerMessage message, TextFeatures text) {
        s.setDisputed(s.getDisputed() || Boolean.TRUE.equals(message.getDisputed()) || text.disputed());
        Double amount = message.getAmount();
        if (amount != null) {
            Double before = s.getAmount();
            rules.money()
                    .convert(amount, message.getCurrency())
                    .ifPresent(converted -> s.setAmount(before == null ? converted : Math.max(before, converted)));
        }
    }

    private void confidence(ConversationState s, AssistantReply reply) {
        Double confidence = reply.getConfidence();
        if (confidence != null) {
            ConversationFigures f = s.getFigures();
            f.setConfidenceLast(confidence.floatValue());
            boolean low = Signal.LOW_CONFIDENCE.reached(confidence, thresholds.of(Signal.LOW_CONFIDENCE, s));
            f.setLowConfidenceRun(low ? f.getLowConfidenceRun() + 1 : 0);
        }
    }

    /** The same action again, or, where the platform names none, nearly the same long answer again. */
    private static boolean suggestedAgain(ConversationFigures f, AssistantReply reply, ReplyFeatures text) {
        String action = reply.getAction();
        if (action == null) {
            boolean answer = text.words() >= WORDY && !text.question();
            return answer && alike(f.getReplySketches(), text.sketch(), SAME_REPLY);
        }
        int hash = action.hashCode();
        if (f.getActionHashes().contains(hash)) {
            return true;
        }
        f.setActionHashes(latest(f.getActionHashes(), hash, ACTIONS));
        return false;
    }

    /** The first category of an episode is no move. */
    private static boolean moved(ConversationState s) {
        String category = s.getCategory();
        int before = s.getFigures().getCategoryHash();
        if (category == null) {
            return false;
        }
        s.getFigures().setCategoryHash(category.hashCode());
        return before != 0 && before != category.hashCode();
    }

    private static boolean alike(List<Long> earlier, long sketch, double enough) {
        for (int i = 0; i < earlier.size(); i++) {
            if (Sketch.similarity(earlier.get(i), sketch) >= enough) {
                return true;
            }
        }
        return false;
    }

    /** The last {@code most} entries; a sketch of 0 says nothing and is not kept. */
    private static <T extends Number> List<T> latest(List<T> before, T added, int most) {
        if (added.longValue() == 0) {
            return before;
        }
        int from = Math.max(0, before.size() + 1 - most);
        List<T> after = new ArrayList<>(before.size() + 1 - from);
        for (int i = from; i < before.size(); i++) {
            after.add(before.get(i));
        }
        after.add(added);
        return after;
    }
}

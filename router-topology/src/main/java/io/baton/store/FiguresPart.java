// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import io.baton.state.ConversationFigures;

/** The figures of a state, in the order of the schema: that order is the layout. */
final class FiguresPart {

    private FiguresPart() {}

    static void write(Draft d, ConversationFigures f) {
        d.counter(f.getCustomerTurns());
        d.counter(f.getAssistantTurns());
        d.counter(f.getAgentTurns());
        d.counter(f.getEpisodeCustomerTurns());
        d.counter(f.getEpisodeAssistantTurns());
        d.counter(f.getClarifications());
        d.counter(f.getClarificationRun());
        d.counter(f.getRepetitions());
        d.number(f.getSentimentLast());
        d.number(f.getSentimentSlow());
        d.number(f.getSentimentFast());
        d.counter(f.getSentimentSeen());
        d.number(f.getSentimentBest());
        d.number(f.getConfidenceLast());
        d.counter(f.getLowConfidenceRun());
        d.ints(f.getActionHashes(), Layout.ACTIONS);
        d.counter(f.getRepeatedActions());
        d.longs(f.getMessageSketches(), Layout.MESSAGE_SKETCHES);
        d.longs(f.getReplySketches(), Layout.REPLY_SKETCHES);
        d.counter(f.getNegativeRun());
        d.counter(f.getIntensity());
        d.number(f.getWaitingFrom());
        d.number(f.getCategoryHash());
        d.counter(f.getOversteps());
    }

    static ConversationFigures read(Reading r) {
        ConversationFigures f = new ConversationFigures();
        f.setCustomerTurns(r.counter());
        f.setAssistantTurns(r.counter());
        f.setAgentTurns(r.counter());
        f.setEpisodeCustomerTurns(r.counter());
        f.setEpisodeAssistantTurns(r.counter());
        f.setClarifications(r.counter());
        f.setClarificationRun(r.counter());
        f.setRepetitions(r.counter());
        f.setSentimentLast(r.fraction());
        f.setSentimentSlow(r.fraction());
        f.setSentimentFast(r.fraction());
        f.setSentimentSeen(r.counter());
        f.setSentimentBest(r.fraction());
        f.setConfidenceLast(r.fraction());
        f.setLowConfidenceRun(r.counter());
        f.setActionHashes(r.ints(Layout.ACTIONS));
        f.setRepeatedActions(r.counter());
        f.setMessageSketches(r.longs(Layout.MESSAGE_SKETCHES));
        f.setReplySketches(r.longs(Layout.REPLY_SKETCHES));
        f.setNegativeRun(r.counter());
        f.setIntensity(r.counter());
        f.setWaitingFrom(r.eightBytes());
        f.setCategoryHash(r.fourBytes());
        f.setOversteps(r.counter());
        return f;
    }
}

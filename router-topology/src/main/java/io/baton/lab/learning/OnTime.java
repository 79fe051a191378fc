// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeMap;

/**
 * Whether alerts come in time. One alert a conversation: at the first message of the customer whose risk reaches a threshold. A bad turn is
 * a message whose label is the lowest class; an alert is on time for it where it comes at most one message of the customer before or after
 * it, and false where it is on time for no bad turn. Conversations without labelled messages are left out.
 *
 * @param conversations how many there are
 * @param alerts how many of them got an alert
 * @param falseAlerts alerts that are on time for no bad turn
 * @param badTurns bad turns
 * @param caught those of them for which an alert is on time
 */
record OnTime(int conversations, int alerts, int falseAlerts, int badTurns, int caught) {

    /** False alerts that a threshold may cause, a share of all conversations. */
    static final double BUDGET = 0.10;

    /** Thresholds that are tried. */
    private static final int TRIED = 400;

    /** Share of the bad turns for which an alert is on time. */
    double recall() {
        return badTurns == 0 ? Double.NaN : (double) caught / badTurns;
    }

    /** Share of the conversations that got a false alert. */
    double falseShare() {
        return conversations == 0 ? Double.NaN : (double) falseAlerts / conversations;
    }

    /** The counts, one sentence. */
    String told() {
        return "alerts in " + alerts + " of " + conversations + " conversations, on time for " + caught + " of "
                + badTurns + " bad turns, " + falseAlerts + " of them false";
    }

    /**
     * A scored message of the customer.
     *
     * @param label place of its class, -1 = none
     */
    record Turn(int conversation, int turn, int label, double risk) {}

    /** @param turns in stream order */
    static OnTime of(List<Turn> turns, double threshold) {
        return of(byConversation(turns), threshold);
    }

    /** Of the thresholds that keep to {@link #BUDGET} the one that catches most; 1 where there is nothing to catch. */
    static double threshold(List<Turn> turns) {
        Collection<List<Turn>> conversations = byConversation(turns);
        double[] risks = turns.stream().mapToDouble(Turn::risk).sorted().toArray();
        double best = 1;
        int most = 0;
        for (int i = 1; i <= Math.min(TRIED, risks.length); i++) {
            double tried = risks[(int) ((long) risks.length * (i - 1) / Math.min(TRIED, risks.length))];
            OnTime found = of(conversations, tried);
            if (found.caught > most && found.falseShare() <= BUDGET) {
                most = found.caught;
                best = tried;
            }
        }
        return best;
    }

    private static OnTime of(Collection<List<Turn>> conversations, double threshold) {
        int alerts = 0;
        int falseAlerts = 0;
        int bad = 0;
        int caught = 0;
        for (List<Turn> conversation : conversations) {
            int alert = alert(conversation, threshold);
            int near = 0;
            for (Turn turn : conversation) {
                if (turn.label() == 0) {
                    bad++;
                    near += alert > 0 && Math.abs(turn.turn() - alert) <= 1 ? 1 : 0;
                }
            }
            alerts += alert > 0 ? 1 : 0;
            falseAlerts += alert > 0 && near == 0 ? 1 : 0;
            caught += near;
        }
        return new OnTime(conversations.size(), alerts, falseAlerts, bad, caught);
    }

    /** Number of the message that raises the alert; 0 = none does. */
    private static int alert(List<Turn> conversation, double threshold) {
        for (Turn turn : conversation) {
            if (turn.risk() >= threshold) {
                return turn.turn();
            }
        }
        return 0;
    }

    private static Collection<List<Turn>> byConversation(List<Turn> turns) {
        TreeMap<Integer, List<Turn>> conversations = new TreeMap<>();
        for (Turn turn : turns) {
            conversations
                    .computeIfAbsent(turn.conversation(), key -> new ArrayList<>())
                    .add(turn);
        }
        conversations.values().removeIf(turnsOfOne -> turnsOfOne.stream().noneMatch(turn -> turn.label() >= 0));
        return conversations.values();
    }
}

package io.baton.lab.learning;

import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * Whether alerts come in time. One alert a conversation: at the first message of the customer whose risk reaches a threshold. A bad turn is
 * a message whose label is the lowest class; an alert is on time where a bad turn lies at most one message of the customer
 * before or after it, and false where the conversation has no bad turn at all.
 *
 * @param bad conversations with a bad turn
 * @param onTime those of them that got their alert on time
 * @param calm conversations with labels and no bad turn
 * @param falseAlerts those of them that got an alert
 * @param badTurns bad turns
 * @param caught those of them that lie next to an alert
 */
record OnTime(int bad, int onTime, int calm, int falseAlerts, int badTurns, int caught) {

    /** False escalations that a threshold may cause, a share of the calm conversations. */
    static final double BUDGET = 0.10;

    /** Share of the conversations with a bad turn that got their alert on time. */
    double recall() {
        return bad == 0 ? Double.NaN : (double) onTime / bad;
    }

    /** Share of the bad turns that lie next to an alert. */
    double caughtTurns() {
        return badTurns == 0 ? Double.NaN : (double) caught / badTurns;
    }

    /** Share of the calm conversations that got an alert. */
    double falseShare() {
        return calm == 0 ? Double.NaN : (double) falseAlerts / calm;
    }

    /** The counts, one sentence. */
    String told() {
        return "on time in " + onTime + " of " + bad + " conversations with a bad turn (" + caught + " of " + badTurns
                + " bad turns); alert in " + falseAlerts + " of " + calm + " without";
    }

    /**
     * A scored message of the customer.
     *
     * @param label place of its class, -1 = none
     */
    record Turn(int conversation, int turn, int label, double risk) {}

    /** @param turns in stream order */
    static OnTime of(List<Turn> turns, double threshold) {
        int[] sums = new int[6];
        for (List<Turn> conversation : byConversation(turns).values()) {
            count(conversation, threshold, sums);
        }
        return new OnTime(sums[0], sums[1], sums[2], sums[3], sums[4], sums[5]);
    }

    /** The lowest threshold that keeps to {@link #BUDGET}; 1 where there is no calm conversation to measure it on. */
    static double threshold(List<Turn> turns) {
        double[] highest = byConversation(turns).values().stream()
                .filter(conversation -> labelled(conversation) && conversation.stream().noneMatch(OnTime::isBad))
                .mapToDouble(conversation ->
                        conversation.stream().mapToDouble(Turn::risk).max().orElse(0))
                .sorted()
                .toArray();
        if (highest.length == 0) {
            return 1;
        }
        int allowed = (int) (BUDGET * highest.length);
        return Math.nextUp(highest[highest.length - 1 - allowed]);
    }

    private static void count(List<Turn> conversation, double threshold, int[] sums) {
        if (!labelled(conversation)) {
            return;
        }
        int alert = conversation.stream()
                .filter(turn -> turn.risk() >= threshold)
                .mapToInt(Turn::turn)
                .findFirst()
                .orElse(Integer.MIN_VALUE / 2);
        int[] bad = conversation.stream()
                .filter(OnTime::isBad)
                .mapToInt(Turn::turn)
                .toArray();
        int caught = (int)
                Arrays.stream(bad).filter(turn -> Math.abs(turn - alert) <= 1).count();
        sums[0] += bad.length > 0 ? 1 : 0;
        sums[1] += caught > 0 ? 1 : 0;
        sums[2] += bad.length == 0 ? 1 : 0;
        sums[3] += bad.length == 0 && alert >= 0 ? 1 : 0;
        sums[4] += bad.length;
        sums[5] += caught;
    }

    private static boolean labelled(List<Turn> conversation) {
        return conversation.stream().anyMatch(turn -> turn.label() >= 0);
    }

    private static boolean isBad(Turn turn) {
        return turn.label() == 0;
    }

    private static TreeMap<Integer, List<Turn>> byConversation(List<Turn> turns) {
        TreeMap<Integer, List<Turn>> conversations = new TreeMap<>();
        for (Turn turn : turns) {
            conversations
                    .computeIfAbsent(turn.conversation(), key -> new java.util.ArrayList<>())
                    .add(turn);
        }
        return conversations;
    }
}

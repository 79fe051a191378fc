// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.events;

import java.util.List;
import java.util.SplittableRandom;

/**
 * What happens in one conversation, decided by the seed and its number alone.
 *
 * @param category category it is started with
 * @param kind how it goes
 * @param exchanges questions with their answers before it ends or is handed over
 */
record Story(String category, Kind kind, int exchanges) {

    private static final String[] CATEGORIES = {
        "how-to",
        "how-to",
        "password-reset",
        "billing-question",
        "sync-error",
        "integration-setup",
        "data-export",
        "plan-change",
        "onboarding",
        "feature-request"
    };
    private static final double ANGRY_SHARE = 0.02;
    private static final double ASKING_SHARE = 0.02;
    private static final double ABANDONED_SHARE = 0.15;
    private static final int FEWEST = 2;
    private static final int MOST = 8;

    enum Kind {
        /** Solved by the assistant. */
        SOLVED,
        /** The customer goes away. */
        ABANDONED,
        /** The customer gets angry, and an agent takes over. */
        ANGRY,
        /** The customer asks for a human. */
        ASKING
    }

    enum Step {
        STARTED,
        QUESTION,
        ANSWER,
        ANGER,
        POOR_ANSWER,
        ASK,
        AGENT_JOINED,
        AGENT_MESSAGE,
        RESOLVED,
        CLOSED
    }

    static List<String> categories() {
        return List.of(CATEGORIES).stream().distinct().toList();
    }

    /** The same in another category. */
    Story inCategory(String other) {
        return new Story(other, kind, exchanges);
    }

    static Story of(SplittableRandom random) {
        String category = CATEGORIES[random.nextInt(CATEGORIES.length)];
        double chance = random.nextDouble();
        Kind kind = Kind.SOLVED;
        if (chance < ANGRY_SHARE) {
            kind = Kind.ANGRY;
        } else if (chance < ANGRY_SHARE + ASKING_SHARE) {
            kind = Kind.ASKING;
        } else if (chance < ANGRY_SHARE + ASKING_SHARE + ABANDONED_SHARE) {
            kind = Kind.ABANDONED;
        }
        return new Story(category, kind, random.nextInt(FEWEST, MOST + 1));
    }

    /** The step at a place, from 0 on; the last one is {@link Step#CLOSED}. */
    Step step(int at) {
        if (at == 0) {
            return Step.STARTED;
        } else if (at <= 2 * exchanges) {
            return at % 2 == 1 ? Step.QUESTION : Step.ANSWER;
        }
        int after = at - 2 * exchanges - 1;
        return switch (kind) {
            case SOLVED -> after == 0 ? Step.RESOLVED : Step.CLOSED;
            case ABANDONED -> Step.CLOSED;
            case ASKING -> handover(after, Step.ASK);
            case ANGRY -> after == 0 ? Step.ANGER : after == 1 ? Step.POOR_ANSWER : handover(after - 2, Step.ANGER);
        };
    }

    /** How many steps there are. */
    int length() {
        int ending = switch (kind) {
            case SOLVED -> 2;
            case ABANDONED -> 1;
            case ASKING -> 5;
            case ANGRY -> 7;
        };
        return 2 * exchanges + 1 + ending;
    }

    private static Step handover(int after, Step first) {
        return switch (after) {
            case 0 -> first;
            case 1 -> Step.AGENT_JOINED;
            case 2 -> Step.AGENT_MESSAGE;
            case 3 -> Step.RESOLVED;
            default -> Step.CLOSED;
        };
    }

    boolean handedOver() {
        return kind == Kind.ANGRY || kind == Kind.ASKING;
    }
}

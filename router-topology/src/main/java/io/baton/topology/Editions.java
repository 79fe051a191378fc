// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.RulesetPublished;
import io.baton.event.RulesetState;
import io.baton.policy.ruleset.Ruleset;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What this instance has heard of policies, latest first: each edition that was published with its life-cycle state, and what became of
 * it here. Bounded, since anybody may publish.
 */
public final class Editions {

    private static final int MOST = 20;

    private final Deque<Edition> heard = new ArrayDeque<>();

    /** What became of an edition here. */
    public enum Fate {
        /** It decides, or did until another took its place. */
        TAKEN,
        /** It is not live, so it decides nothing here. */
        NOTED,
        /** It was published before the one in force. */
        OUTDATED,
        /** It cannot be used. */
        REFUSED
    }

    /**
     * A policy as it was published.
     *
     * @param hash SHA-256 of the document, hexadecimal
     * @param state life-cycle state it was published with
     * @param publishedAt null for the policy that the router was started with
     * @param document YAML; empty where only the compiled policy is known
     * @param refusal why it cannot be used; empty where it can
     */
    public record Edition(
            String name,
            String version,
            String hash,
            RulesetState state,
            @Nullable Instant publishedAt,
            String document,
            Fate fate,
            List<String> refusal) {}

    Editions(Ruleset first, String document) {
        heard.add(new Edition(
                first.name(), first.version(), first.hash(), RulesetState.LIVE, null, document, Fate.TAKEN, List.of()));
    }

    synchronized void note(RulesetPublished published, Fate fate, List<String> refusal) {
        Edition edition = new Edition(
                published.getName(),
                published.getVersion(),
                published.getHash(),
                published.getState(),
                published.getPublishedAt(),
                published.getDocument(),
                fate,
                List.copyOf(refusal));
        heard.removeIf(known -> known.hash().equals(edition.hash()) && known.state() == edition.state());
        heard.addFirst(edition);
        if (heard.size() > MOST) {
            heard.removeLast();
        }
    }

    /** All that are remembered, latest first. */
    public synchronized List<Edition> all() {
        return new ArrayList<>(heard);
    }
}

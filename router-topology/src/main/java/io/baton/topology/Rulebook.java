// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.IncidentReported;
import io.baton.event.RulesetPublished;
import io.baton.event.RulesetState;
import io.baton.event.SolutionsCounted;
import io.baton.event.TextModelPublished;
import io.baton.modelfile.Models;
import io.baton.policy.learning.KnownModels;
import io.baton.policy.playbook.Incidents;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import io.baton.processor.Rules;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in force on this instance, and the incidents that are known to it. A ruleset that is published as live takes effect with the next event; one that is
 * invalid, or asks for a text model that this instance has not, is refused and the old one stays.
 */
public final class Rulebook implements Supplier<Rules> {

    private static final Logger LOG = LoggerFactory.getLogger(Rulebook.class);

    private record Edition(Rules rules, Instant publishedAt) {}

    private final Editions editions;
    private KnownModels models;
    private volatile Edition current;

    /** Starts with a policy that is in force until a live one has been published, and the shipped text model. */
    public Rulebook(Ruleset first) {
        this(first, Models.shipped());
    }

    /**
     * Starts with a policy that is in force until a live one has been published.
     *
     * @param models the text models that policies may name
     * @throws IllegalArgumentException where the first policy asks for one that is not among them; says what to do
     */
    public Rulebook(Ruleset first, KnownModels models) {
        this(first, models, "");
    }

    /**
     * The same with the document that the first policy was read from.
     *
     * @param document YAML, to be shown; empty = unknown
     * @throws IllegalArgumentException where the policy asks for a text model that is not known; says what to do
     */
    public Rulebook(Ruleset first, KnownModels models, String document) {
        String lack = models.lacks(first.textModel());
        if (lack != null) {
            throw new IllegalArgumentException(lack);
        }
        this.models = models;
        this.editions = new Editions(first, document);
        this.current = new Edition(Rules.of(first, models), Instant.MIN);
    }

    @Override
    public Rules get() {
        return current.rules();
    }

    /** The policy in force. */
    public Ruleset ruleset() {
        return get().ruleset();
    }

    /** Takes a report of an incident into account from the next event on; one that is known changes nothing. */
    public synchronized void report(IncidentReported report) {
        Incidents known = current.rules().incidents().with(report);
        if (known != current.rules().incidents()) {
            current = new Edition(current.rules().with(known), current.publishedAt());
            LOG.debug("incident-report incident={} phase={}", report.getIncidentId(), report.getPhase());
        }
    }

    /**
     * Forgets incidents that closed so long ago that no conversation is kept which knew them.
     *
     * @param now epoch milliseconds
     * @return ids of those that are gone
     */
    public synchronized Set<String> forget(long now) {
        Incidents known = current.rules().incidents();
        Incidents left = known.since(now - ruleset().retention().conversation());
        if (left == known) {
            return Set.of();
        }
        Set<String> gone = new HashSet<>(known.ids());
        gone.removeAll(left.ids());
        current = new Edition(current.rules().with(left), current.publishedAt());
        return gone;
    }

    /**
     * A version of a text model was learned: a policy may name it from now on, and one that takes the newest does.
     *
     * @throws IllegalArgumentException where it does not fit its model; says what differs
     */
    public synchronized void learned(TextModelPublished version) {
        models = models.with(version);
        current = new Edition(compiled(ruleset()), current.publishedAt());
        LOG.info("text-model-learned name={} version={}", version.getName(), version.getVersion());
    }

    /** Packets name from now on what has been counted of resolutions. */
    public synchronized void counted(SolutionsCounted counted) {
        Rules rules = current.rules();
        current = new Edition(rules.with(rules.solutions().with(counted)), current.publishedAt());
    }

    private Rules compiled(Ruleset ruleset) {
        Rules before = current.rules();
        return Rules.of(ruleset, models).with(before.incidents()).with(before.solutions());
    }

    /** What was published, and what became of it here. */
    public Editions editions() {
        return editions;
    }

    /** Takes a published ruleset into force where it is live, valid and not older than the one in force. */
    public synchronized void publish(RulesetPublished published) {
        if (published.getState() != RulesetState.LIVE) {
            editions.note(published, Editions.Fate.NOTED, List.of());
        } else if (published.getPublishedAt().isBefore(current.publishedAt())) {
            editions.note(published, Editions.Fate.OUTDATED, List.of());
        } else if (published.getHash().equals(ruleset().hash())) {
            editions.note(published, Editions.Fate.TAKEN, List.of());
        } else {
            take(published);
        }
    }

    private void take(RulesetPublished published) {
        Parsed parsed = PolicyFile.parse(published.getDocument(), published.getName());
        if (parsed instanceof Parsed.Invalid invalid) {
            LOG.error("ruleset-refused name={} version={}", published.getName(), published.getVersion());
            editions.note(published, Editions.Fate.REFUSED, invalid.lines());
            return;
        }
        Ruleset ruleset = ((Parsed.Valid) parsed).ruleset();
        String lack = models.lacks(ruleset.textModel());
        if (lack != null) {
            LOG.error("ruleset-refused name={} version={} why={}", published.getName(), published.getVersion(), lack);
            editions.note(published, Editions.Fate.REFUSED, List.of(lack));
            return;
        }
        if (!models.holds(ruleset.textModel())) {
            LOG.warn(
                    "text-model-version-unknown version={} until it is read, the model as it was shipped decides",
                    ruleset.textModel().version());
        }
        current = new Edition(compiled(ruleset), published.getPublishedAt());
        editions.note(published, Editions.Fate.TAKEN, List.of());
        LOG.info(
                "ruleset-live name={} version={} hash={}",
                published.getName(),
                published.getVersion(),
                published.getHash());
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.IncidentReported;
import io.baton.event.RulesetPublished;
import io.baton.event.RulesetState;
import io.baton.policy.playbook.Incidents;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import io.baton.processor.Rules;
import java.time.Instant;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The rules in force on this instance, and the incidents that are known to it. A ruleset that is published as live takes effect with the next event; one that is
 * invalid is refused and the old one stays.
 */
public final class Rulebook implements Supplier<Rules> {

    private static final Logger LOG = LoggerFactory.getLogger(Rulebook.class);

    private record Edition(Rules rules, Instant publishedAt) {}

    private volatile Edition current;

    /** Starts with a policy that is in force until a live one has been published. */
    public Rulebook(Ruleset first) {
        this.current = new Edition(Rules.of(first), Instant.MIN);
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

    /** Takes a published ruleset into force where it is live, valid and not older than the one in force. */
    public synchronized void publish(RulesetPublished published) {
        if (published.getState() != RulesetState.LIVE
                || published.getPublishedAt().isBefore(current.publishedAt())
                || published.getHash().equals(ruleset().hash())) {
            return;
        }
        if (PolicyFile.parse(published.getDocument(), published.getName()) instanceof Parsed.Valid valid) {
            Rules rules = Rules.of(valid.ruleset()).with(current.rules().incidents());
            current = new Edition(rules, published.getPublishedAt());
            LOG.info(
                    "ruleset-live name={} version={} hash={}",
                    published.getName(),
                    published.getVersion(),
                    published.getHash());
        } else {
            LOG.error("ruleset-refused name={} version={}", published.getName(), published.getVersion());
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.decision;

import io.baton.policy.ruleset.HardTrigger;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SignalRule;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import io.baton.policy.signal.detector.Detector;
import io.baton.policy.signal.detector.Detectors;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the smallest single change that would have turned a verdict.
 *
 * <p>Each candidate is tried on the grounds of the verdict and kept only where it really turns it. What is left is
 * ordered by relative change: of the threshold, of the score that a signal carries, or of the value that a signal would
 * have had to reach. A signal that has just reached its threshold speaks with half its strength, unless it is one that
 * is there or not; where half is not enough, the value it would have taken is named.
 */
final class Flips {

    /** Facts about the customer or the category: true or not, and nothing in the conversation could have changed them. */
    private static final Set<Signal> GIVEN = EnumSet.of(Signal.NO_CONSENT, Signal.HUMAN_ONLY, Signal.HIGH_VALUE);

    private static final Map<Signal, Detector> DETECTORS = Detectors.all().stream()
            .collect(Collectors.toMap(
                    Detector::signal, Function.identity(), (a, b) -> a, () -> new EnumMap<>(Signal.class)));

    private static final Signal[] SIGNALS = Signal.values();

    private final Ruleset rules;

    Flips(Ruleset rules) {
        this.rules = rules;
    }

    /** What would have kept it with the assistant; null where several reasons each suffice. */
    @Nullable
    Turnaround ofYes(Grounds grounds) {
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(threshold(grounds, (Math.floor(grounds.score() * 100) + 1) / 100));
        for (Reading reading : grounds.readings()) {
            candidates.add(removed(grounds, reading));
        }
        if (grounds.triggers().size() == 1) {
            candidates.add(trigger(grounds, grounds.triggers().get(0), false));
        }
        return smallest(candidates, false);
    }

    /** What would have brought a human; null where the policy knows no signal or trigger that could have. */
    @Nullable
    Turnaround ofNo(Grounds grounds, Place place) {
        List<Candidate> candidates = new ArrayList<>();
        double lower = Math.floor(grounds.score() * 100) / 100;
        if (lower > 0) {
            candidates.add(threshold(grounds, lower));
        }
        // One signal more is not enough where two more would have to align; most turns are of that kind.
        boolean byItselfOnly = grounds.aligned() + 1 < grounds.required();
        for (Signal signal : SIGNALS) {
            SignalRule rule = rules.signal(signal);
            if (rule.enabled() && (rule.hard() || !byItselfOnly) && !GIVEN.contains(signal)) {
                addIfMissing(candidates, grounds, rule, place);
            }
        }
        if (!rules.hardTriggers().isEmpty()) {
            // Each of them would do alone and is as large a change as any other; of equals the first is taken.
            candidates.add(trigger(grounds, rules.hardTriggers().get(0), true));
        }
        return smallest(candidates, true);
    }

    private static @Nullable Turnaround smallest(List<Candidate> candidates, boolean escalate) {
        Candidate smallest = null;
        for (Candidate candidate : candidates) {
            boolean smaller = smallest == null || candidate.change() < smallest.change();
            if (smaller && candidate.after().escalate() == escalate) {
                smallest = candidate;
            }
        }
        return smallest == null ? null : smallest.turnaround(escalate);
    }

    private static Candidate threshold(Grounds grounds, double to) {
        double from = grounds.threshold();
        return new Candidate("threshold", "score", from, to, Math.abs(to - from) / from, grounds.withThreshold(to));
    }

    private static Candidate removed(Grounds grounds, Reading reading) {
        double score = grounds.score();
        double change = score > 0 ? reading.contribution() / score : 1;
        return new Candidate(
                "signal-removed",
                reading.signal().id(),
                reading.value(),
                reading.threshold(),
                change,
                grounds.without(reading));
    }

    private static Candidate trigger(Grounds grounds, HardTrigger trigger, boolean holds) {
        Grounds after = grounds.withTriggers(holds ? List.of(trigger) : List.of());
        return new Candidate("hard-trigger", trigger.id(), holds ? 0 : 1, holds ? 1 : 0, 1, after);
    }

    private static void addIfMissing(List<Candidate> candidates, Grounds grounds, SignalRule rule, Place place) {
        Reading now = null;
        for (Reading reading : grounds.readings()) {
            now = reading.signal() == rule.signal() ? reading : now;
        }
        double threshold =
                now != null ? now.threshold() : rule.threshold(place.channel(), place.category(), place.segment());
        if ((now != null && now.strength() > 0) || Double.isInfinite(threshold)) {
            return;
        }
        double span = Objects.requireNonNull(DETECTORS.get(rule.signal())).full(threshold) - threshold;
        double strength = span == 0 ? 1 : 0.5;
        Grounds after = grounds.with(spoken(rule, threshold, strength, place));
        double to = threshold;
        if (!after.escalate() && span != 0) {
            double missing = (grounds.threshold() - after.score()) / rule.weight();
            strength = Math.min(1, strength + Math.max(0, missing));
            to = threshold + span * 2 * (strength - 0.5);
            after = grounds.with(spoken(rule, to, strength, place));
        }
        double from = now != null ? now.value() : 0;
        double change = now != null ? distance(from, to) : 1;
        candidates.add(new Candidate("signal-added", rule.signal().id(), from, to, change, after));
    }

    /** The signal as it would stand had it just been seen. */
    private static Reading spoken(SignalRule rule, double value, double strength, Place place) {
        return new Reading(
                rule.signal(), value, value, rule.weight(), strength, true, rule.hard(), place.at(), place.turn(), "");
    }

    private static double distance(double value, double threshold) {
        double larger = Math.max(Math.abs(value), Math.abs(threshold));
        return larger == 0 ? 0 : Math.min(1, Math.abs(threshold - value) / larger);
    }

    /** A change, how large it is relative to what it changes, and what the verdict would rest on then. */
    private record Candidate(String kind, String subject, double from, double to, double change, Grounds after) {

        Turnaround turnaround(boolean escalate) {
            return new Turnaround(kind, subject, from, to, Wording.flip(kind, subject, from, to, escalate));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.decision;

import io.baton.policy.ruleset.HardTrigger;
import io.baton.policy.signal.Reading;
import io.baton.policy.signal.Signal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a verdict rests on, and the verdict itself as a function of nothing else.
 *
 * <p>A what-if question changes one part and asks again. So what an explanation says would have turned a verdict is the
 * very rule that made it, never a second telling of that rule.
 *
 * @param triggers hard triggers that hold
 * @param threshold score at which the segment escalates
 * @param required how many signals must align
 * @param among signals that count among the aligned ones
 * @param windowMillis how far apart aligned signals may lie; 0 = no limit
 */
record Grounds(
        List<Reading> readings,
        List<HardTrigger> triggers,
        double threshold,
        int required,
        Set<Signal> among,
        long windowMillis) {

    /** Sums of decayed doubles differ in the last bits; a score this near to the threshold has reached it. */
    private static final double TOLERANCE = 1e-9;

    boolean escalate() {
        return hard() || soft();
    }

    boolean hard() {
        return !triggers.isEmpty() || leading() != null;
    }

    /** The hard reading that is named first: what the customer asked for or refused before what was concluded about them. */
    @Nullable
    Reading leading() {
        Reading leading = null;
        for (int i = 0; i < readings.size(); i++) {
            Reading reading = readings.get(i);
            if (reading.hard() && (leading == null || rank(reading.signal()) < rank(leading.signal()))) {
                leading = reading;
            }
        }
        return leading;
    }

    private static int rank(Signal signal) {
        return switch (signal) {
            case HUMAN_REQUESTED -> 0;
            case NO_CONSENT -> 1;
            default -> 2;
        };
    }

    boolean soft() {
        return soft(aligned(), score());
    }

    /** Whether enough signals align and the score is reached (T19), where both have been added up. */
    boolean soft(int aligned, double score) {
        return aligned >= required && reaches(score, threshold);
    }

    static boolean reaches(double score, double level) {
        return score + TOLERANCE >= level;
    }

    double score() {
        double score = 0;
        for (int i = 0; i < readings.size(); i++) {
            score += readings.get(i).contribution();
        }
        return score;
    }

    /** The largest number of aligned signals that lie within one window. */
    int aligned() {
        int count = 0;
        for (int i = 0; i < readings.size(); i++) {
            count += counts(readings.get(i)) ? 1 : 0;
        }
        if (windowMillis <= 0 || count < 2) {
            return count;
        }
        List<Reading> counted = new ArrayList<>(count);
        for (Reading reading : readings) {
            if (counts(reading)) {
                counted.add(reading);
            }
        }
        counted.sort(Comparator.comparingLong(Reading::at));
        int most = 0;
        int first = 0;
        for (int last = 0; last < counted.size(); last++) {
            while (counted.get(last).at() - counted.get(first).at() > windowMillis) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private boolean counts(Reading reading) {
        return reading.aligned() && among.contains(reading.signal());
    }

    Grounds without(Reading reading) {
        List<Reading> others = new ArrayList<>(readings.size() + 1);
        for (Reading other : readings) {
            if (other.signal() != reading.signal()) {
                others.add(other);
            }
        }
        return withReadings(others);
    }

    /** With this reading in place of the one of the same signal, if there is one. */
    Grounds with(Reading reading) {
        Grounds changed = without(reading);
        changed.readings().add(reading);
        return changed;
    }

    Grounds withThreshold(double changed) {
        return new Grounds(readings, triggers, changed, required, among, windowMillis);
    }

    Grounds withTriggers(List<HardTrigger> changed) {
        return new Grounds(readings, changed, threshold, required, among, windowMillis);
    }

    private Grounds withReadings(List<Reading> changed) {
        return new Grounds(changed, triggers, threshold, required, among, windowMillis);
    }
}

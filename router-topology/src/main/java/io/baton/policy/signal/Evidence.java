// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationEvent;
import io.baton.event.CustomerMessage;
import io.baton.event.HumanRequested;
import io.baton.event.Owner;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.signal.detector.Change;
import io.baton.policy.signal.detector.Clock;
import io.baton.policy.signal.detector.Detector;
import io.baton.policy.signal.detector.Detectors;
import io.baton.policy.signal.detector.Observation;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.SignalMemory;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The machinery that all signals share: figures and memories of a conversation, thresholds, windows, decay and the scope
 * of an episode. Immutable and thread-safe; one instance a ruleset. All methods work on the state that they are handed.
 *
 * <p>Signals are read only while the assistant holds the conversation; counters of turns always count.
 */
public final class Evidence {

    private static final Weighing NOTHING = new Weighing(List.of(), 0, 0);

    private final Ruleset rules;
    private final TextScorer scorer;
    private final MoodReader moods;
    private final Thresholds thresholds;
    private final Tally tally;
    private final Scales scales;
    private final Detector[] detectors;
    private final Detector[] ofReplies;
    private final Clock[] clocks;

    public Evidence(Ruleset rules) {
        this(rules, new LexiconScorer(rules.phrases()), new WordMood());
    }

    /** @param moods who reads how the customer feels where the platform does not say */
    public Evidence(Ruleset rules, TextScorer scorer, MoodReader moods) {
        this.rules = rules;
        this.scorer = scorer;
        this.moods = moods;
        this.thresholds = new Thresholds(rules);
        this.tally = new Tally(rules, thresholds);
        this.scales = new Scales(rules, thresholds);
        List<Detector> enabled = Detectors.all().stream()
                .filter(detector -> rules.signal(detector.signal()).enabled())
                .toList();
        this.clocks = enabled.stream().filter(Clock.class::isInstance).toArray(Clock[]::new);
        this.detectors = enabled.stream()
                .filter(detector -> !(detector instanceof Clock))
                .toArray(Detector[]::new);
        this.ofReplies = Arrays.stream(detectors).filter(Detector::hearsReplies).toArray(Detector[]::new);
    }

    /** Clears the evidence of the episode that has ended; counters of the whole conversation stay. */
    public static void newEpisode(ConversationState s, long at) {
        Tally.reset(s.getFigures());
        s.setSignals(new ArrayList<>());
        s.setEpisodeAt(at);
        s.setClockFrom(0L);
        s.setDisputed(false);
        s.setAmount(null);
    }

    /**
     * Takes in an event: updates the figures, then reads the signals. Category, channel, tier, customer and owner must
     * already be those after the event, and {@link #elapse} must have been called up to its time. Also keeps
     * {@code clockFrom}, {@code disputed} and {@code amount}.
     */
    public void observe(ConversationState s, AcceptedEvent e) {
        if (!(e.getFact() instanceof ConversationEvent event)) {
            return;
        }
        Observation seen = count(s, event, e.getAt());
        Memories.dropIf(s, memory -> scales.over(memory, e.getAt()));
        if (seen != null && held(s)) {
            read(s, seen, e);
        }
        elapse(s, e.getAt());
    }

    /** Lets time pass: signals that come with time alone. How often it is called changes nothing. */
    public void elapse(ConversationState s, long at) {
        for (Clock clock : clocks) {
            run(s, clock, at);
        }
    }

    /** Earliest time at which {@link #elapse} finds something new; {@link Long#MAX_VALUE} where nothing is to come. */
    public long nextDue(ConversationState s) {
        long next = Long.MAX_VALUE;
        for (Clock clock : clocks) {
            if (Memories.of(s, clock.signal()) == null) {
                next = Math.min(next, due(s, clock));
            }
        }
        return next;
    }

    /** Weighs what is alive. Changes nothing in the state. */
    public Weighing weigh(ConversationState s, long at) {
        List<SignalMemory> memories = s.getSignals();
        if (memories.isEmpty()) {
            return NOTHING;
        }
        List<Reading> readings = new ArrayList<>(memories.size());
        double score = 0;
        int aligned = 0;
        for (int i = 0; i < memories.size(); i++) {
            Reading reading = reading(s, memories.get(i), at);
            if (reading != null) {
                readings.add(reading);
                score += reading.contribution();
                aligned += reading.aligned() ? 1 : 0;
            }
        }
        return new Weighing(List.copyOf(readings), score, aligned);
    }

    private @Nullable Reading reading(ConversationState s, SignalMemory memory, long at) {
        for (Clock clock : clocks) {
            if (Memories.signal(memory) == clock.signal() && held(s) && clock.from(s) > 0) {
                double seconds = (at - clock.from(s)) / 1000.0;
                boolean reached = at >= due(s, clock);
                return scales.reading(s, memory, seconds, reached ? scales.strength(s, clock, seconds) : 0, at, at);
            }
        }
        return scales.reading(s, memory, at);
    }

    private void read(ConversationState s, Observation seen, AcceptedEvent e) {
        for (Detector detector : seen.reply() == null ? detectors : ofReplies) {
            double value = Thresholds.tidy((float) detector.read(seen));
            if (!Double.isNaN(value)) {
                remember(s, detector, value, e);
            }
        }
    }

    private void remember(ConversationState s, Detector detector, double value, AcceptedEvent e) {
        Signal signal = detector.signal();
        if (signal.reached(value, thresholds.of(signal, s))) {
            Memories.keep(s, signal, value, scales.strength(s, detector, value), e.getAt(), e.getEventId());
        } else {
            Memories.drop(s, signal);
        }
    }

    /** The memory of a clock says when it was due, not when somebody looked. */
    private void run(ConversationState s, Clock clock, long at) {
        Signal signal = clock.signal();
        long due = due(s, clock);
        SignalMemory known = Memories.of(s, signal);
        if (at < due && known != null && held(s)) {
            Memories.drop(s, signal);
        } else if (at >= due && (known == null || known.getAt() != due)) {
            double seconds = (due - clock.from(s)) / 1000.0;
            Memories.keep(s, signal, seconds, scales.strength(s, clock, seconds), due, "");
        }
    }

    private long due(ConversationState s, Clock clock) {
        long from = clock.from(s);
        double millis = Math.ceil(thresholds.of(clock.signal(), s) * 1000);
        return !held(s) || from == 0 || millis > Long.MAX_VALUE / 4.0 ? Long.MAX_VALUE : from + (long) millis;
    }

    private static boolean held(ConversationState s) {
        return s.getOwner() == Owner.ASSISTANT || s.getOwner() == Owner.ASSISTANT_REVIEWED;
    }

    private @Nullable Observation count(ConversationState s, ConversationEvent event, long at) {
        Object data = event.getData();
        if (data instanceof CustomerMessage message) {
            TextFeatures text = scorer.score(message.getText());
            double mood = moods.customerSaid(s, message, text);
            return seen(s, message, null, text, tally.message(s, message, text, mood, at));
        }
        if (data instanceof AssistantReply reply) {
            moods.replied(s, reply.getText());
            return seen(s, null, reply, TextFeatures.NONE, tally.reply(s, reply, scorer.reply(reply.getText())));
        }
        if (data instanceof HumanRequested) {
            return seen(s, null, null, TextFeatures.NONE, tally.request(s));
        }
        if (data instanceof AgentMessage message) {
            moods.replied(s, message.getText());
            tally.agent(s);
        }
        return null;
    }

    private Observation seen(
            ConversationState s,
            @Nullable CustomerMessage message,
            @Nullable AssistantReply reply,
            TextFeatures text,
            Change change) {
        boolean requested = message == null && reply == null;
        return new Observation(s, rules, message, reply, requested, text, change, signal -> thresholds.of(signal, s));
    }
}

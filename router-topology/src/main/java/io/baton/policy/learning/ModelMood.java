// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import io.baton.event.CustomerMessage;
import io.baton.policy.signal.MoodReader;
import io.baton.policy.signal.TextFeatures;
import io.baton.policy.signal.TextScorer;
import io.baton.state.ConversationState;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads a mood with a text model. A conversation keeps the model it began with for as long as this instance knows that one, so that
 * a version that comes into force half-way changes no conversation that is under way, and one that is folded anew is read as before.
 *
 * <p>Sentiment is the mean of the classes' worth, from -1 for the worst to 1 for the best, weighted by their probabilities.
 */
public final class ModelMood implements MoodReader {

    private final KnownModels known;
    private final KnownModel inForce;
    private final ThreadLocal<Observer> observers;

    /**
     * @param inForce model of conversations that begin
     * @param lexicon the shipped word lists, see {@link Observer}
     */
    public ModelMood(KnownModels known, KnownModel inForce, TextScorer lexicon) {
        this.known = known;
        this.inForce = inForce;
        Listener listener = new Listener(lexicon);
        this.observers = ThreadLocal.withInitial(() -> new Observer(listener));
    }

    @Override
    public double customerSaid(ConversationState s, CustomerMessage message, TextFeatures words) {
        Reader reader = reader(s);
        Scorer.Heard heard = reader.scorer().hear(reader.course(), message.getText());
        double mood = sentiment(heard.score());
        Double given = message.getSentiment();
        short[] strongest = given != null
                ? Remembered.NOTHING
                : new Contributions(reader.model().model())
                        .strongest(heard.features().dense(), heard.groups(), mood < 0);
        reader.keep(s, strongest);
        return given != null ? given : mood;
    }

    @Override
    public void replied(ConversationState s, String maskedText) {
        Remembered before = Remembered.of(s);
        Reader reader = reader(s);
        reader.scorer().replied(reader.course(), maskedText);
        reader.keep(s, before == null ? Remembered.NOTHING : before.strongest());
    }

    @Override
    public void resume(ConversationState before, ConversationState anew) {
        Remembered read = Remembered.of(before);
        if (read != null) {
            new Remembered(read.model(), Remembered.NOTHING, null).keepIn(anew);
        }
    }

    @Override
    public @Nullable String model(ConversationState s) {
        Remembered read = Remembered.of(s);
        KnownModel model = read == null || read.course() == null ? null : known.byFingerprint(read.model());
        return model == null ? null : model.text();
    }

    @Override
    public List<String> because(ConversationState s) {
        Remembered read = Remembered.of(s);
        List<String> names = new ArrayList<>();
        if (read != null) {
            for (short place : read.strongest()) {
                if (place >= 0) {
                    names.add(Contributions.name(place));
                }
            }
        }
        return names;
    }

    static double sentiment(Score score) {
        double[] probabilities = score.probabilities();
        double[] worth = Contributions.worth(probabilities.length);
        double sum = 0;
        for (int i = 0; i < worth.length; i++) {
            sum += probabilities[i] * worth[i];
        }
        return sum;
    }

    private Reader reader(ConversationState s) {
        Remembered read = Remembered.of(s);
        KnownModel begun = read == null ? null : known.byFingerprint(read.model());
        KnownModel model = begun == null ? inForce : begun;
        byte[] course = read == null || begun == null ? null : read.course();
        return new Reader(
                model,
                new Scorer(model.model(), observers.get()),
                course == null ? model.model().begin() : Course.of(course));
    }

    /** Who reads one message of one conversation. */
    private record Reader(KnownModel model, Scorer scorer, Course course) {

        void keep(ConversationState s, short[] strongest) {
            new Remembered(model.fingerprint(), strongest, course.toBytes()).keepIn(s);
        }
    }
}

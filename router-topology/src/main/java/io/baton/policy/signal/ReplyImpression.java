// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal;

import io.baton.policy.signal.text.Cue;
import io.baton.policy.signal.text.CueTrie;
import io.baton.policy.signal.text.Meaning;
import io.baton.policy.signal.text.Sketch;
import io.baton.policy.signal.text.Words;

/** Gathers what is asked of a reply while its words go by; used once. */
final class ReplyImpression implements CueTrie.Sink {

    private final Words words;
    private final Sketch sketch;
    private boolean rePrompt;
    private boolean filler = true;
    private int current = -1;

    ReplyImpression(Words words) {
        this.words = words;
        this.sketch = words.sketch();
    }

    void next(int word) {
        finishWord();
        current = word;
        filler = false;
    }

    @Override
    public void found(Meaning meaning, int start, int length) {
        filler |= meaning.cue() == Cue.FILLER;
        rePrompt |= meaning.cue() == Cue.RE_PROMPT;
    }

    ReplyFeatures features() {
        finishWord();
        return new ReplyFeatures(words.count(), rePrompt, words.questions() > 0, sketch.value());
    }

    private void finishWord() {
        if (!filler) {
            sketch.add(words.stem(current));
        }
        filler = true;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.embeddings;

import dev.langchain4j.model.embedding.onnx.allminilml6v2q.AllMiniLmL6V2QuantizedEmbeddingModel;
import io.baton.policy.learning.Encoder;

/**
 * all-MiniLM-L6-v2, quantised, run by ONNX Runtime in the process; needs no network. A short text takes 3 to 5 ms of one core.
 *
 * <p>The model looks at some two hundred words of a text; the library splits a longer one and averages.
 */
public final class MiniLm implements Encoder {

    /** Characters that are looked at: as many as a text model hears. */
    private static final int MOST_CHARS = 4096;

    private static final int SIZE = 384;
    private static final int REPLACEMENT = 0xFFFD;

    // On the calling thread: by default the library starts a thread a core.
    private final AllMiniLmL6V2QuantizedEmbeddingModel model = new AllMiniLmL6V2QuantizedEmbeddingModel(Runnable::run);

    @Override
    public String name() {
        return "all-minilm-l6-v2-q";
    }

    @Override
    public int size() {
        return SIZE;
    }

    @Override
    public float[] encode(String maskedText) {
        String beginning = maskedText.length() <= MOST_CHARS ? maskedText : maskedText.substring(0, MOST_CHARS);
        return beginning.codePoints().anyMatch(MiniLm::isSomething)
                ? model.embed(beginning).content().vector()
                : new float[SIZE];
    }

    /** The library refuses a text of which nothing is left once what cannot be seen is taken away. */
    private static boolean isSomething(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.NON_SPACING_MARK,
                    Character.ENCLOSING_MARK,
                    Character.COMBINING_SPACING_MARK,
                    Character.SPACE_SEPARATOR,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> character != REPLACEMENT;
        };
    }
}

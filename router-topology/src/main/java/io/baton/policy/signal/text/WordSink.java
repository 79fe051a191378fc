// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

/**
 * Is told the words and marks of a text in their order while the text is cut, so that who needs them as well does not have to read it
 * again. Only of texts of plain ASCII, which are nearly all of English; of another it is told so.
 */
public interface WordSink {

    /** Wants to know nothing. */
    WordSink NONE = new WordSink() {
        @Override
        public void word(long hash, int letters, int capitals, boolean digits) {
            // nobody asks
        }

        @Override
        public void mark(char mark) {
            // nobody asks
        }

        @Override
        public void unsure() {
            // nobody asks
        }
    };

    /**
     * @param hash FNV-1a, 64 bits, of the letters in lower case
     * @param digits whether there is a digit among the letters
     */
    void word(long hash, int letters, int capitals, boolean digits);

    /** What stands between words and is no space. */
    void mark(char mark);

    /** What is told of this text must not be relied on: read it. */
    void unsure();
}

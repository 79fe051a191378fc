// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.policy.ruleset.PhraseRule;
import io.baton.policy.ruleset.WordGroup;
import io.baton.policy.signal.LexiconScorer;
import io.baton.policy.signal.TextScorer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The word lists that come with the router, read once. They are files so that another language is a folder; a policy adds
 * its own phrases to them.
 */
public final class ShippedWords {

    private static final String FOLDER = "/words/";
    private static final String INDEX = "files.txt";

    private ShippedWords() {}

    /**
     * All groups of all languages, in the order of {@code words/files.txt}.
     *
     * @throws IllegalArgumentException names the file and line that cannot be read
     */
    public static List<WordGroup> all() {
        return Holder.ALL;
    }

    /** Reads texts with these lists and with no phrases of a policy. */
    public static TextScorer scorer() {
        List<String> none = List.of();
        return new LexiconScorer(new PhraseRule(none, none, none, none, none, none, none, none, all()));
    }

    private static final class Holder {
        private static final List<WordGroup> ALL = read();

        private static List<WordGroup> read() {
            List<WordGroup> groups = new ArrayList<>();
            text(INDEX).lines().map(String::strip).forEach(file -> {
                if (!file.isEmpty() && !file.startsWith("#")) {
                    groups.addAll(WordFile.parse("words/" + file, text(file)));
                }
            });
            return List.copyOf(groups);
        }
    }

    private static String text(String file) {
        try (InputStream in = ShippedWords.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) {
                throw new IllegalArgumentException("words/" + file + " is named in words/" + INDEX + " and not there");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(in.readAllBytes()))
                    .toString();
        } catch (IOException broken) {
            throw new UncheckedIOException("words/" + file + " is not readable as UTF-8", broken);
        }
    }
}

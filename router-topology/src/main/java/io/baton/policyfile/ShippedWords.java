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
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The word lists that come with the router, read once. They are files so that another language is a folder; a policy adds
 * its own phrases to them.
 */
public final class ShippedWords {

    private static final String FOLDER = "/words/";
    private static final String INDEX = "files.txt";
    private static final int HASH_DIGITS = 16;

    private ShippedWords() {}

    /**
     * All groups of all languages, in the order of {@code words/files.txt}.
     *
     * @throws IllegalArgumentException names the file and line that cannot be read
     */
    public static List<WordGroup> all() {
        return Holder.ALL;
    }

    /** The first 16 hexadecimal digits of the SHA-256 of each list, by its file's name. */
    public static SortedMap<String, String> hashes() {
        return new TreeMap<>(Holder.HASHES);
    }

    /** Reads texts with these lists and with no phrases of a policy. */
    public static TextScorer scorer() {
        List<String> none = List.of();
        return new LexiconScorer(new PhraseRule(none, none, none, none, none, none, none, none, all()));
    }

    private static final class Holder {
        private static final SortedMap<String, String> HASHES = new TreeMap<>();
        private static final List<WordGroup> ALL = read();

        private static List<WordGroup> read() {
            List<WordGroup> groups = new ArrayList<>();
            text(INDEX).lines().map(String::strip).forEach(file -> {
                if (!file.isEmpty() && !file.startsWith("#")) {
                    String text = text(file);
                    groups.addAll(WordFile.parse("words/" + file, text));
                    HASHES.put("words/" + file, hash(text));
                }
            });
            return List.copyOf(groups);
        }
    }

    private static String hash(String text) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, HASH_DIGITS);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
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

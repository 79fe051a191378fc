// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.policy.ruleset.WordGroup;
import io.baton.policy.signal.text.Cue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads one word list; {@code words/files.txt} tells how it is written. */
final class WordFile {

    private static final Pattern HEADING =
            Pattern.compile("\\[([A-Z_]+)(?: (-?\\d+(?:\\.\\d+)?)(?: / (-?\\d+(?:\\.\\d+)?))?)?]");

    private final String name;
    private final List<WordGroup> groups = new ArrayList<>();

    private WordFile(String name) {
        this.name = name;
    }

    /**
     * The groups of a list, in its order.
     *
     * @throws IllegalArgumentException names file, line and what is wrong; the lists are part of the program, and one that
     *     cannot be read must stop the start
     */
    static List<WordGroup> parse(String name, String text) {
        WordFile file = new WordFile(name);
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            int remark = lines.get(i).indexOf('#');
            String line = (remark < 0 ? lines.get(i) : lines.get(i).substring(0, remark)).strip();
            if (!line.isEmpty()) {
                file.line(line, i + 1);
            }
        }
        return file.groups.stream()
                .map(group -> new WordGroup(group.cue(), group.value(), group.negated(), List.copyOf(group.phrases())))
                .toList();
    }

    private void line(String line, int number) {
        if (line.startsWith("[")) {
            groups.add(heading(line, number));
            return;
        }
        if (groups.isEmpty()) {
            throw wrong(number, "phrases before the first [CUE]");
        }
        List<String> known = groups.get(groups.size() - 1).phrases();
        for (String phrase : line.split(",", -1)) {
            known.addAll(spellings(phrase.strip(), number));
        }
    }

    private WordGroup heading(String line, int number) {
        Matcher parts = HEADING.matcher(line);
        if (!parts.matches()) {
            throw wrong(number, "'" + line + "' is no heading such as [CONTACT], [DEGREE 1.3] or [VALENCE 0 / -1.5]");
        }
        String cue = parts.group(1);
        if (Arrays.stream(Cue.values()).noneMatch(known -> known.name().equals(cue))) {
            throw wrong(number, "there is no cue '" + cue + "'");
        }
        boolean valued = cue.equals("VALENCE") || cue.equals("NEGATOR") || cue.equals("DEGREE");
        if (valued != (parts.group(2) != null)) {
            throw wrong(number, cue + (valued ? " needs a value" : " has no value"));
        }
        double value = valued ? Double.parseDouble(parts.group(2)) : 0;
        double negated = parts.group(3) != null ? Double.parseDouble(parts.group(3)) : turned(value);
        return new WordGroup(cue, value, negated, new ArrayList<>());
    }

    /** "Not good" is nearly as bad as "bad"; "not bad" is hardly good. */
    private static double turned(double value) {
        return value == 0 ? 0 : value > 0 ? -0.7 * value : -0.3 * value;
    }

    private List<String> spellings(String phrase, int number) {
        int mark = phrase.indexOf('~');
        String plain = mark < 0 ? phrase : phrase.substring(0, mark) + phrase.substring(mark + 1);
        if (!PhraseReader.isPhrase(plain) || plain.indexOf('~') >= 0) {
            throw wrong(number, "'" + phrase + "' is no phrase in lower case, * only at the end of a word");
        }
        if (mark < 0) {
            return List.of(phrase);
        }
        int end = phrase.indexOf(' ', mark) < 0 ? phrase.length() : phrase.indexOf(' ', mark);
        String word = phrase.substring(mark + 1, end);
        boolean begins = mark == 0 || phrase.charAt(mark - 1) == ' ';
        if (!begins || word.length() < Misspellings.SHORTEST || word.endsWith("*")) {
            throw wrong(
                    number,
                    "'" + phrase + "': ~ stands before a whole word of " + Misspellings.SHORTEST + " letters or more");
        }
        List<String> all = new ArrayList<>(List.of(plain));
        Misspellings.of(word).forEach(other -> all.add(phrase.substring(0, mark) + other + phrase.substring(end)));
        return all;
    }

    private IllegalArgumentException wrong(int line, String what) {
        return new IllegalArgumentException(name + ":" + line + ": " + what);
    }
}

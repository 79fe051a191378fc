// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

/** Where a resolution is counted: {@code <category>|<segment>|<code>}. */
record SolutionKey(String category, String segment, String code) {

    static SolutionKey of(String text) {
        String[] parts = text.split("\\|", 3);
        return new SolutionKey(plain(parts[0]), plain(parts[1]), parts[2]);
    }

    String text() {
        return group() + "|" + code;
    }

    /** Key of what is published as it stood when the day began: of each two days one, so that compaction keeps the two newest. */
    String publishedOn(long day) {
        return group() + "|" + Math.floorMod(day, 2);
    }

    String group() {
        return escaped(category) + "|" + escaped(segment);
    }

    /** The first possible key of the group. */
    String first() {
        return group() + "|";
    }

    /** Behind every key of the group and before those of any other: the character after the bar. */
    String end() {
        return group() + "}";
    }

    private static String escaped(String name) {
        return name.replace("%", "%25").replace("|", "%7C");
    }

    private static String plain(String escaped) {
        return escaped.replace("%7C", "|").replace("%25", "%");
    }
}

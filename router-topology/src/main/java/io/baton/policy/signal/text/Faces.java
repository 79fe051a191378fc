// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.text;

/** Valence of emoji and of emoticons of two or three characters, on the scale of {@link Cue#VALENCE}. */
final class Faces {

    private static final String GLAD = "😀😃😄😁😊🙂😍🥰👍🎉❤💯🙏😎🤩☺✅🥳👏";
    private static final String SAD = "😞😔🙁☹😕😟😢😭😩😫😤😒👎💔😣😖😓🙄😑";
    private static final String ANGRY = "😠😡🤬💢👿🖕";

    private static final LongTable EMOJI = new LongTable();

    static {
        learn(GLAD, 0);
        learn(SAD, 1);
        learn(ANGRY, 2);
    }

    private Faces() {}

    static double emoji(int c) {
        return switch (EMOJI.get(c)) {
            case 0 -> 1.5;
            case 1 -> -1.5;
            case 2 -> -2.5;
            default -> 0;
        };
    }

    /** Length of the emoticon that begins here with its eyes, 0 where there is none. */
    static int length(String text, int at) {
        int mouth = at + 1 < text.length() && "-'^".indexOf(text.charAt(at + 1)) >= 0 ? at + 2 : at + 1;
        boolean ends = mouth + 1 >= text.length() || !Character.isLetterOrDigit(text.charAt(mouth + 1));
        return mouth < text.length() && ends && ")(DP/|[".indexOf(text.charAt(mouth)) >= 0 ? mouth + 1 - at : 0;
    }

    static double emoticon(String text, int at, int length) {
        return switch (text.charAt(at + length - 1)) {
            case ')', 'D', 'P' -> 1.2;
            case '(', '[' -> -1.5;
            default -> -0.8;
        };
    }

    private static void learn(String faces, int group) {
        faces.codePoints().forEach(c -> EMOJI.put(c, group));
    }
}

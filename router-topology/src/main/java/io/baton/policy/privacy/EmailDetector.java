// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import java.util.List;
import java.util.Locale;

/**
 * E-mail addresses, also percent-encoded ones inside a URL. It walks outwards from each at sign instead of matching a pattern,
 * so that a long text without addresses costs one pass.
 *
 * <p>Not found: addresses that were spelled out ("jane at example dot org") and hosts without a dot.
 */
final class EmailDetector implements Detector {

    static final String KIND = "EMAIL";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public boolean worthwhile(Glance glance) {
        return glance.at();
    }

    @Override
    public void find(String text, List<Span> found) {
        for (int i = 0; i < text.length(); i++) {
            if (Glance.isAt(text, i)) {
                int behind = i + (text.charAt(i) == '%' ? 3 : 1);
                int start = localStart(text, i);
                int end = hostEnd(text, behind);
                if (start < i && end > behind) {
                    String value = text.substring(start, i) + '@' + text.substring(behind, end);
                    found.add(new Span(start, end, KIND, value.toLowerCase(Locale.ROOT)));
                }
            }
        }
    }

    private static int localStart(String text, int at) {
        if (at > 0 && text.charAt(at - 1) == '"') {
            int quote = text.lastIndexOf('"', at - 2);
            return quote >= 0 && at - quote <= 66 ? quote : at;
        }
        int start = at;
        while (start > 0 && isLocal(text.charAt(start - 1)) && !Glance.isAt(text, start - 1)) {
            start--;
        }
        while (start < at && !isWord(text.charAt(start)) && text.charAt(start) != '_') {
            start++;
        }
        return start;
    }

    /** What addresses are made of in practice. Slash, question mark and equals sign are legal too, but end the URL in front. */
    private static boolean isLocal(char c) {
        return isWord(c) || "._%+-'".indexOf(c) >= 0;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || Character.isSurrogate(c);
    }

    /** Behind the host name, or {@code from} where no host name stands there. */
    private static int hostEnd(String text, int from) {
        int end = from;
        while (end < text.length() && (isWord(text.charAt(end)) || ".-".indexOf(text.charAt(end)) >= 0)) {
            end++;
        }
        while (end > from && !isWord(text.charAt(end - 1))) {
            end--;
        }
        int dot = end - 1;
        while (dot > from && text.charAt(dot) != '.') {
            dot--;
        }
        boolean named = dot > from && end - dot > 2 && Character.isLetter(text.charAt(dot + 1));
        return named ? end : from;
    }
}

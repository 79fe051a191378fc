// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.page;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** An HTML page that is being written. Whatever is put in as text is escaped. */
public final class Page {

    private static final String STYLE =
            "body{font:15px/1.5 system-ui,sans-serif;max-width:72rem;margin:2rem auto;padding:0 1rem;"
                    + "color:#1d2433;background:#fff}h1{font-size:1.6rem}h2{font-size:1.2rem;margin-top:2.2rem}table{border-collapse:"
                    + "collapse;margin:.6rem 0}th,td{text-align:left;padding:.3rem .8rem .3rem 0;border-bottom:1px solid #dde1ea;"
                    + "vertical-align:top}tbody tr:hover{background:#f4f6fa}"
                    + "td.n,th.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}.note{color:#5a6478}svg{max-width:100%}"
                    + ".met{color:#1a7f4b}.missed{color:#b3261e;font-weight:600}.scroll{overflow-x:auto}"
                    + "@media (prefers-color-scheme:dark){body{background:#14181f;color:#e4e8f0}th,td{border-color:#303846}"
                    + ".note{color:#9aa5b8}svg text{fill:#e4e8f0}tbody tr:hover{background:#1c222c}.met{color:#5fd39a}.missed{color:#ff8a80}}";
    /** Verdicts that are coloured. */
    private static final Set<String> WORDS = Set.of("met", "missed");

    private static final int BAR = 18;
    private static final int LABEL = 190;
    private static final int WIDTH = 420;

    private final StringBuilder html = new StringBuilder();

    public Page(String title) {
        html.append("<!doctype html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" ")
                .append("content=\"width=device-width\"><title>")
                .append(escaped(title))
                .append("</title><style>")
                .append(STYLE)
                .append("</style></head><body><h1>")
                .append(escaped(title))
                .append("</h1>\n");
    }

    public Page heading(String text) {
        html.append("<h2>").append(escaped(text)).append("</h2>\n");
        return this;
    }

    public Page note(String text) {
        html.append("<p class=\"note\">").append(escaped(text)).append("</p>\n");
        return this;
    }

    public Page code(String text) {
        html.append("<pre>").append(escaped(text)).append("</pre>\n");
        return this;
    }

    /** @param rows cells in the order of the head; those that are numbers stand to the right */
    public Page table(List<String> head, List<List<String>> rows) {
        html.append("<div class=\"scroll\"><table><thead><tr>");
        for (int column = 0; column < head.size(); column++) {
            int at = column;
            boolean numbers = rows.stream().anyMatch(row -> at < row.size() && isNumber(row.get(at)));
            cell("th", numbers ? "n" : "", head.get(column));
        }
        html.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            html.append("<tr>");
            row.forEach(cell -> cell("td", isNumber(cell) ? "n" : WORDS.contains(cell) ? cell : "", cell));
            html.append("</tr>\n");
        }
        html.append("</tbody></table></div>\n");
        return this;
    }

    private void cell(String tag, String style, String text) {
        html.append('<').append(tag);
        if (!style.isEmpty()) {
            html.append(" class=\"").append(style).append('"');
        }
        html.append('>').append(escaped(text)).append("</").append(tag).append('>');
    }

    private static boolean isNumber(String cell) {
        return !cell.isEmpty() && (Character.isDigit(cell.charAt(0)) || cell.charAt(0) == '-' || cell.equals("–"));
    }

    /** Bars beside each other's names. */
    public Page bars(String title, List<String> names, List<Double> values) {
        double most = values.stream().mapToDouble(Double::doubleValue).max().orElse(0);
        int height = names.size() * (BAR + 4) + 4;
        html.append("<svg role=\"img\" aria-label=\"")
                .append(escaped(title))
                .append("\" viewBox=\"0 0 ")
                .append(LABEL + WIDTH + 90)
                .append(' ')
                .append(height)
                .append("\" width=\"")
                .append(LABEL + WIDTH + 90)
                .append("\">\n");
        for (int i = 0; i < names.size(); i++) {
            int y = 4 + i * (BAR + 4);
            double width = most == 0 ? 0 : WIDTH * Math.max(0, values.get(i)) / most;
            html.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" font-size=\"12\">%s</text><rect x=\"%d\" y=\"%d\" width=\"%.1f\" "
                            + "height=\"%d\" fill=\"#3b6fd4\"/><text x=\"%.1f\" y=\"%d\" font-size=\"12\">%s</text>%n",
                    LABEL - 8,
                    y + 13,
                    escaped(names.get(i)),
                    LABEL,
                    y,
                    width,
                    BAR,
                    LABEL + width + 6,
                    y + 13,
                    number(values.get(i))));
        }
        html.append("</svg>\n");
        return this;
    }

    /** A number with as many digits as it is worth. */
    public static String number(double value) {
        boolean whole = value == Math.rint(value) || Math.abs(value) >= 1_000;
        return String.format(Locale.ROOT, whole ? "%.0f" : Math.abs(value) < 10 ? "%.2f" : "%.1f", value);
    }

    /** The whole page. */
    public String end() {
        return html + "</body></html>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

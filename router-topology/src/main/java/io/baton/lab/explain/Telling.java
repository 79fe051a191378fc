// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.explain;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.policy.ruleset.Ruleset;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Lays decisions beside what was said. */
final class Telling {

    private static final String INDENT = " ".repeat(10);
    private static final int MOST_SIGNALS = 6;

    private final String conversation;
    private final Ruleset rules;
    private final int width;

    Telling(String conversation, Ruleset rules, int width) {
        this.conversation = conversation;
        this.rules = rules;
        this.width = Math.max(60, width);
    }

    /**
     * @param events CloudEvents in the order in which they happened
     * @param decisions decisions on the conversation in the order in which they were taken, each "no" included
     */
    List<String> tell(List<JsonNode> events, List<JsonNode> decisions) {
        List<String> lines = new ArrayList<>();
        lines.add("Conversation " + conversation + ", policy " + rules.name() + " version " + rules.version() + ", "
                + decisions.size() + " decisions" + day(events));
        lines.add("");
        List<JsonNode> left = new ArrayList<>(decisions);
        for (JsonNode event : untilTheEnd(events)) {
            String time = event.path("time").asText();
            tellTimers(left, time, lines);
            say(event, lines);
            List<JsonNode> caused = left.stream()
                    .filter(decision -> decision.path("triggeredBy").equals(event.path("id")))
                    .toList();
            caused.forEach(decision -> decide(decision, lines));
            left.removeAll(caused);
        }
        left.forEach(decision -> tellTimer(decision, lines));
        return lines;
    }

    /** What came after the last word in this conversation has changed nothing of it. */
    private List<JsonNode> untilTheEnd(List<JsonNode> events) {
        int last = events.size() - 1;
        while (last > 0 && !events.get(last).path("subject").asText().equals(conversation)) {
            last--;
        }
        return events.subList(0, Math.min(events.size(), last + 1));
    }

    private String day(List<JsonNode> events) {
        return events.isEmpty() ? "" : ", from " + events.get(0).path("time").asText();
    }

    private void tellTimers(List<JsonNode> left, String until, List<String> lines) {
        List<JsonNode> due = left.stream()
                .filter(decision -> decision.path("triggeredBy").asText().startsWith("timer:")
                        && instant(decision.path("decidedAt").asText()).isBefore(instant(until)))
                .toList();
        due.forEach(decision -> tellTimer(decision, lines));
        left.removeAll(due);
    }

    private void tellTimer(JsonNode decision, List<String> lines) {
        String trigger = decision.path("triggeredBy").asText();
        lines.add(clock(decision.path("decidedAt").asText()) + "  (" + trigger.replace("timer:", "time: ") + ")");
        decide(decision, lines);
    }

    private void say(JsonNode event, List<String> lines) {
        String type = event.path("type").asText();
        JsonNode data = event.path("data");
        String who = switch (type) {
            case "conversation.customer-message" -> "customer ";
            case "conversation.assistant-reply" -> data.path("draft").asBoolean() ? "draft    " : "assistant";
            case "conversation.agent-message" -> "agent    ";
            default -> "";
        };
        String subject = event.path("subject").asText();
        boolean here = subject.equals(conversation) || !type.startsWith("conversation.");
        if (!here && !who.isEmpty()) {
            return;
        }
        String said = who.isEmpty()
                ? "(" + type + about(data) + ")"
                : who + "  " + data.path("text").asText().strip().replaceAll("\\s+", " ");
        lines.add(cut(clock(event.path("time").asText()) + "  " + (here ? "" : "[" + subject + "] ") + said));
    }

    /** Facts that rules ask for, without texts. */
    private static String about(JsonNode data) {
        StringBuilder facts = new StringBuilder();
        data.properties().forEach(field -> {
            boolean text = field.getKey().toLowerCase(Locale.ROOT).contains("text")
                    || field.getKey().equals("comment");
            if (field.getValue().isValueNode() && !field.getValue().isNull() && !text) {
                facts.append(' ')
                        .append(field.getKey())
                        .append('=')
                        .append(field.getValue().asText());
            }
        });
        return facts.toString();
    }

    private void decide(JsonNode d, List<String> lines) {
        String score = String.format(
                Locale.ROOT,
                "score %.2f of %.2f, %d of %d aligned",
                d.path("score").asDouble(),
                d.path("threshold").asDouble(),
                d.path("aligned").asInt(),
                d.path("required").asInt());
        if (d.path("rule").asText().equals("none")) {
            wrap("stays " + place(d) + ": " + score + signals(d), lines);
            return;
        }
        wrap(
                INDENT,
                (d.path("escalate").asBoolean() ? "=> HANDED OVER, " : "-> ") + place(d) + "  [rule "
                        + d.path("rule").asText() + ", segment "
                        + d.path("segment").asText() + ", category "
                        + d.path("category").asText("-") + "]",
                lines);
        wrap(d.path("explanation").asText(), lines);
        wrap(score + signals(d), lines);
        if (d.path("flip").hasNonNull("text")) {
            wrap(d.path("flip").path("text").asText(), lines);
        }
    }

    private static String place(JsonNode d) {
        return d.path("path").asText() + ", tier " + d.path("tier").asInt() + ", "
                + d.path("owner").asText().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static String signals(JsonNode d) {
        List<JsonNode> signals = new ArrayList<>();
        d.path("signals").forEach(signals::add);
        signals.sort(Comparator.comparing((JsonNode s) -> !s.path("hard").asBoolean())
                .thenComparing(Comparator.comparingDouble(Telling::adds).reversed()));
        StringBuilder text = new StringBuilder();
        for (JsonNode signal : signals.subList(0, Math.min(MOST_SIGNALS, signals.size()))) {
            text.append(text.isEmpty() ? "; " : ", ")
                    .append(signal.path("signal").asText())
                    .append(String.format(
                            Locale.ROOT,
                            " %s (limit %s) %s",
                            number(signal.path("value").asDouble()),
                            number(signal.path("threshold").asDouble()),
                            signal.path("hard").asBoolean()
                                    ? "decides alone"
                                    : String.format(Locale.ROOT, "+%.2f", adds(signal))));
        }
        int more = signals.size() - MOST_SIGNALS;
        return text + (more > 0 ? ", and " + more + " more" : "");
    }

    private static double adds(JsonNode signal) {
        return signal.path("weight").asDouble() * signal.path("strength").asDouble();
    }

    private static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.2f", value);
    }

    private void wrap(String text, List<String> lines) {
        wrap(INDENT + "   ", text, lines);
    }

    private void wrap(String indent, String text, List<String> lines) {
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ", -1)) {
            if (line.length() + word.length() > width && line.length() > indent.length()) {
                lines.add(line.toString().stripTrailing());
                line = new StringBuilder(indent);
            }
            line.append(word).append(' ');
        }
        lines.add(line.toString().stripTrailing());
    }

    private String cut(String line) {
        return line.length() <= width ? line : line.substring(0, width - 1) + "…";
    }

    private static Instant instant(String time) {
        return OffsetDateTime.parse(time).toInstant();
    }

    /** The time of day of an RFC 3339 time. */
    private static String clock(String time) {
        int from = time.indexOf('T') + 1;
        return time.length() >= from + 8 ? time.substring(from, from + 8) : time;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.lab.audit.TicketType.Solution;
import io.baton.lab.page.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/** The audit as a terminal table, as JSON, as a page and as a section of a policy. */
final class AuditPage {

    private static final int TOP = 10;
    private static final List<String> DAYS = List.of("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun");

    private AuditPage() {}

    static String terminal(Mix mix) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT,
                "%d tickets of %d kinds%n%n",
                mix.tickets(),
                mix.types().size()));
        text.append(String.format(
                "%-26s %7s %7s %9s %8s %5s %5s  %s%n",
                "kind", "tickets", "share", "minutes", "hours", "compl", "tier", "solved most often by"));
        mix.types().stream()
                .limit(TOP)
                .forEach(type -> text.append(String.format(
                        Locale.ROOT,
                        "%-26s %7d %6.1f%% %9.1f %8.1f %5d %5d  %s%s%n",
                        type.type(),
                        type.count(),
                        100 * type.share(),
                        type.medianMinutes(),
                        type.hours(),
                        type.complexity(),
                        type.tier(),
                        solved(type),
                        type.out() ? "  (takes longer than its complexity lets expect)" : "")));
        text.append(String.format("%nautomate first, by hours it could take over:%n"));
        mix.candidates().stream()
                .limit(TOP)
                .forEach(type -> text.append(
                        String.format(Locale.ROOT, "%-26s %8.1f hours%n", type.type(), type.candidateHours())));
        return text.toString();
    }

    private static String solved(TicketType type) {
        return type.solutions().isEmpty()
                ? "not known"
                : type.solutions().get(0).name() + " " + Math.round(100 * type.topShare()) + "%";
    }

    /** Tickets by complexity, 1 to 5, and by how frequent their kind is: rare, now and then, frequent. */
    static List<List<String>> matrix(Mix mix) {
        List<List<String>> rows = new ArrayList<>();
        String[] names = {"rare (under 2 %)", "now and then", "frequent (10 % and more)"};
        for (int frequency = names.length - 1; frequency >= 0; frequency--) {
            List<String> row = new ArrayList<>(List.of(names[frequency]));
            for (int complexity = 1; complexity <= 5; complexity++) {
                int f = frequency;
                int c = complexity;
                List<String> kinds = mix.types().stream()
                        .filter(type -> type.complexity() == c && frequency(type) == f)
                        .map(TicketType::type)
                        .toList();
                row.add(String.join(", ", kinds));
            }
            rows.add(row);
        }
        return rows;
    }

    private static int frequency(TicketType type) {
        return type.share() >= 0.1 ? 2 : type.share() >= 0.02 ? 1 : 0;
    }

    static String json(Mix mix) {
        Map<String, Object> all = new LinkedHashMap<>();
        all.put("tickets", mix.tickets());
        all.put("types", mix.types());
        all.put(
                "candidates",
                mix.candidates().stream()
                        .map(type -> Map.of("type", type.type(), "hours", type.candidateHours()))
                        .toList());
        all.put("matrix", matrix(mix));
        all.put("months", mix.months());
        all.put("weekdays", mix.weekdays());
        all.put("hours", mix.hours());
        all.put("policy", policy(mix));
        try {
            return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(all) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A section to start a policy from; kinds that the policy knows keep what it says besides the tier. */
    static String policy(Mix mix) {
        StringBuilder yaml = new StringBuilder("categories:\n");
        for (TicketType type : mix.types().subList(0, Math.min(TOP, mix.types().size()))) {
            String id = type.type()
                    .toLowerCase(Locale.ROOT)
                    .replaceAll("[^a-z0-9]+", "-")
                    .replaceAll("^-|-$", "");
            yaml.append(String.format(
                    Locale.ROOT,
                    "  %s:    # %d tickets, %.1f hours; %s%n    title: \"%s\"%n    complexity: %d%n    intensity: %d%n    tier: %d%n",
                    id.isEmpty() ? "other" : id,
                    type.count(),
                    type.hours(),
                    type.why(),
                    type.type().replace("\\", "\\\\").replace("\"", "\\\""),
                    type.complexity(),
                    type.tier() == 3 ? 3 : 2,
                    type.tier()));
        }
        return yaml.toString();
    }

    static String html(Mix mix) {
        Page page = new Page("Ticket mix");
        page.note(mix.tickets() + " tickets of " + mix.types().size() + " kinds. Times are UTC.");
        page.heading("Frequency and complexity")
                .table(List.of("frequency", "1 simple", "2", "3", "4", "5 complex"), matrix(mix));
        List<TicketType> top = mix.types().stream().limit(TOP).toList();
        page.heading("The ten most frequent kinds")
                .bars(
                        "Tickets a kind",
                        top.stream().map(TicketType::type).toList(),
                        top.stream().map(type -> (double) type.count()).toList())
                .table(
                        List.of("kind", "tickets", "median minutes", "hours", "complexity", "tier", "solved by", "why"),
                        top.stream().map(AuditPage::row).toList());
        List<TicketType> candidates = mix.candidates().stream().limit(TOP).toList();
        page.heading("Automate first")
                .note("Hours of tickets with one clear answer: their time times the share that this answer solves.")
                .bars(
                        "Hours that automation could take over",
                        candidates.stream().map(TicketType::type).toList(),
                        candidates.stream().map(TicketType::candidateHours).toList());
        page.heading("When they come")
                .bars(
                        "Tickets a month",
                        List.copyOf(mix.months().keySet()),
                        mix.months().values().stream().map(Integer::doubleValue).toList())
                .bars("Tickets a weekday", DAYS, doubles(mix.weekdays()))
                .bars(
                        "Tickets an hour",
                        IntStream.range(0, 24).mapToObj(hour -> hour + ":00").toList(),
                        doubles(mix.hours()));
        page.heading("A section of a policy to start from").code(policy(mix));
        return page.end();
    }

    private static List<String> row(TicketType type) {
        String solutions = String.join(
                ", ",
                type.solutions().stream()
                        .limit(3)
                        .map((Solution solution) -> solution.name() + " (" + solution.count() + ")")
                        .toList());
        return List.of(
                type.type(),
                Integer.toString(type.count()),
                Page.number(type.medianMinutes()) + (type.out() ? " !" : ""),
                Page.number(type.hours()),
                Integer.toString(type.complexity()),
                Integer.toString(type.tier()),
                solutions,
                type.why());
    }

    private static List<Double> doubles(int[] values) {
        return IntStream.of(values).mapToObj(value -> (double) value).toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.edge.http.board.Board;
import io.baton.edge.http.board.FigureQuery;
import io.baton.edge.http.board.Figures;
import io.baton.event.Channel;
import io.baton.event.Grain;
import io.baton.policy.outcome.Form;
import io.baton.policy.outcome.Measures;
import io.baton.policy.ruleset.Ruleset;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Figures of one channel over a span, with numerator and denominator; what does not add up is not added up. */
final class FiguresApi {

    /** Counts the first reasons of escalations since a time, of one category and segment where they are given. */
    interface TopReasons {
        Map<String, Integer> since(long since, Optional<String> category, Optional<String> segment);
    }

    /** How far back, and in windows of which length. */
    enum Span {
        HOUR(Duration.ofHours(1), Grain.MINUTE),
        DAY(Duration.ofDays(1), Grain.HOUR),
        WEEK(Duration.ofDays(7), Grain.HOUR);

        private final Duration length;
        private final Grain grain;

        Span(Duration length, Grain grain) {
            this.length = length;
            this.grain = grain;
        }
    }

    private static final Map<String, Form> FORMS =
            Arrays.stream(Measures.values()).collect(Collectors.toUnmodifiableMap(Measures::id, Measures::form));

    private final Board board;
    private final LongSupplier clock;
    private final Supplier<Ruleset> policy;
    private final TopReasons reasons;

    FiguresApi(Board board, LongSupplier clock, Supplier<Ruleset> policy, TopReasons reasons) {
        this.board = board;
        this.clock = clock;
        this.policy = policy;
        this.reasons = reasons;
    }

    Reply figures(Exchange exchange) {
        Channel channel = exchange.choice("channel", Channel.class, Channel.AUTOMATED);
        Span span = exchange.choice("span", Span.class, Span.HOUR);
        long now = clock.getAsLong();
        long window = span.grain == Grain.MINUTE ? 60_000 : 3_600_000;
        long from = Math.floorDiv(now - span.length.toMillis(), window) * window;
        Figures figures = board.figures(new FigureQuery(
                channel,
                span.grain,
                from,
                now + window,
                exchange.parameter("category"),
                exchange.parameter("segment")));
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("now", now)
                .put("channel", channel.name().toLowerCase(Locale.ROOT))
                .put("from", from)
                .put("window", window)
                .put("updatedAt", figures.updatedAt());
        names(body.putArray("categories"), figures.categories());
        names(body.putArray("segments"), figures.segments());
        measures(body.putObject("measures"), figures);
        body.set(
                "targets",
                Targets.of(policy.get(), channel, exchange.parameter("category"), exchange.parameter("segment")));
        ObjectNode counts = body.putObject("reasons");
        reasons.since(from, exchange.parameter("category"), exchange.parameter("segment"))
                .forEach(counts::put);
        return Reply.json(body);
    }

    /** The form of a figure; one of a family has the family's name in front of its own. */
    private static Form form(String name) {
        return FORMS.getOrDefault(name.split("\\.", 2)[0], Form.RATIO);
    }

    /** A quantile and what is worked out of other figures cannot be had from those of several rows. */
    private static boolean addsUp(Form form) {
        return form != Form.QUANTILE && form != Form.DERIVED;
    }

    private static void names(ArrayNode array, Set<String> names) {
        names.forEach(array::add);
    }

    private static void measures(ObjectNode all, Figures figures) {
        Map<String, Figures.Sum> totals = new TreeMap<>();
        Map<String, ArrayNode> points = new HashMap<>();
        Set<String> split = new TreeSet<>();
        figures.windows()
                .forEach((start, sums) -> sums.forEach((name, sum) -> {
                    boolean adds = addsUp(form(name));
                    if (!adds && sum.rows() > 1) {
                        split.add(name);
                        return;
                    }
                    totals.merge(name, sum, Figures.Sum::plus);
                    ArrayNode point = points.computeIfAbsent(name, missing -> JsonNodeFactory.instance.arrayNode())
                            .addArray()
                            .add(start)
                            .add(sum.numerator())
                            .add(sum.denominator());
                    if (!adds) {
                        point.add(sum.value());
                    }
                }));
        totals.keySet().removeAll(split);
        totals.forEach((name, total) -> measure(all.putObject(name), name, total, points));
    }

    private static void measure(ObjectNode measure, String name, Figures.Sum total, Map<String, ArrayNode> points) {
        Form form = form(name);
        measure.put("unit", total.unit()).put("form", form.name().toLowerCase(Locale.ROOT));
        if (addsUp(form)) {
            measure.put("numerator", total.numerator()).put("denominator", total.denominator());
        }
        measure.set("points", points.get(name));
    }

    /** The definition of every measure. */
    Reply definitions(Exchange exchange) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        for (Measures measure : Measures.values()) {
            body.putObject(measure.id())
                    .put("form", measure.form().name().toLowerCase(Locale.ROOT))
                    .put("unit", measure.unit())
                    .put("fraction", fraction(measure))
                    .put("definition", measure.definition());
        }
        return Reply.json(body);
    }

    /** Numerator and, unless it is a plain count, denominator in words. */
    private static String fraction(Measures measure) {
        return measure.denominator().isEmpty()
                ? measure.numerator()
                : measure.numerator() + " / " + measure.denominator();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import static io.baton.yaml.Scalars.decimal;

import io.baton.event.Channel;
import io.baton.policy.outcome.Form;
import io.baton.policy.outcome.Measures;
import io.baton.policy.ruleset.TargetRule;
import io.baton.yaml.Mapping;
import io.baton.yaml.Value;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads {@code qa.targets} (M28): by channel and figure. */
final class TargetReader {

    /** Figures whose rows add up to a mean or a share, which a report can hold against a target. */
    private static final Set<Form> FORMS = EnumSet.of(Form.RATIO, Form.MEAN, Form.DURATION, Form.TIME);

    private static final Map<String, Map<String, Measures>> FIGURES = figures();
    private static final double MAX = 1e9;

    private final Set<String> categories;

    TargetReader(Declared declared) {
        this.categories = declared.categories();
    }

    private static Map<String, Map<String, Measures>> figures() {
        Map<String, Map<String, Measures>> all = new TreeMap<>();
        for (Channel channel : Channel.values()) {
            Map<String, Measures> own = new TreeMap<>();
            for (Measures measure : Measures.values()) {
                if (!measure.family()
                        && FORMS.contains(measure.form())
                        && measure.channels().contains(channel)) {
                    own.put(measure.id(), measure);
                }
            }
            all.put(channel.name().toLowerCase(Locale.ROOT), own);
        }
        return all;
    }

    Map<String, Map<String, TargetRule>> read(Value section) {
        return section.each(channel -> {
            channel.key().oneOf("channel", FIGURES.keySet(), "");
            Map<String, Measures> figures = FIGURES.getOrDefault(channel.name(), Map.of());
            return channel.value().each(entry -> {
                if (!figures.isEmpty()) {
                    entry.key().oneOf("figure of the channel", new TreeSet<>(figures.keySet()), "");
                }
                Measures figure = figures.get(entry.name());
                double max = figure != null && figure.unit().equals("ratio") ? 1 : MAX;
                return entry.value().mapping(m -> target(m, entry.value(), max));
            });
        });
    }

    private TargetRule target(Mapping m, Value whole, double max) {
        Value atLeast = m.optional("atLeast");
        Value atMost = m.optional("atMost");
        if (atLeast.given() == atMost.given()) {
            whole.fail("must hold either 'atLeast' or 'atMost'");
        }
        boolean more = atLeast.given();
        double least = decimal(atLeast, -MAX, max, 0);
        double most = decimal(atMost, -MAX, max, 0);
        return new TargetRule(
                more ? least : most, more, m.optional("categories").each(entry -> {
                    entry.key().oneOf("category", categories, "");
                    return decimal(entry.value(), -MAX, max, 0);
                }));
    }
}

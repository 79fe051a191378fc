// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.events.Flavour;
import io.baton.bench.events.Load;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Which programs run together.
 *
 * @param variants those of the rounds and of the cases
 * @param commits commit intervals in milliseconds; the first one is the one that the headline figures are about
 * @param slice events of a slice, before the pace of the variant
 * @param file events to use instead of generated ones; null = generated
 * @param open conversations open at a time
 * @param heap most heap of a program
 */
public record Plan(
        List<Variant> variants,
        List<Integer> commits,
        int rounds,
        long slice,
        @Nullable Path file,
        long seed,
        int open,
        String heap) {

    static final String CASES = "cases";
    static final String INSTANCES = "instances";

    private static final String ALL = "all";
    private static final int MOST_AT_ONCE = 6;
    private static final int ONE_IN = 100;

    public Plan {
        variants = List.copyOf(variants);
        commits = List.copyOf(commits);
    }

    /**
     * The groups of the ordinary rounds: all in one where memory and idle programs allow it, else by the flavour of their
     * events.
     */
    public List<Group> groups() {
        List<Variant> ordinary = variants.stream().filter(Variant::isInRounds).toList();
        List<Group> groups = new ArrayList<>();
        for (int commitMs : commits) {
            if (ordinary.size() <= MOST_AT_ONCE) {
                add(groups, ALL, commitMs, ordinary);
            } else {
                for (Flavour flavour : Flavour.values()) {
                    add(
                            groups,
                            flavour.name().toLowerCase(Locale.ROOT),
                            commitMs,
                            ordinary.stream()
                                    .filter(variant -> variant.flavour() == flavour)
                                    .toList());
                }
            }
        }
        return groups;
    }

    /** The groups of what is held against the router itself. */
    public List<Group> cases() {
        List<Group> groups = new ArrayList<>();
        List<Variant> costs = variants.stream()
                .filter(variant -> variant == Variant.ROUTER_POLICY || variant == Variant.ROUTER_REFUSED)
                .toList();
        add(groups, CASES, commits.get(0), withRouter(costs));
        add(
                groups,
                INSTANCES,
                commits.get(0),
                withRouter(variants.stream()
                        .filter(variant -> variant == Variant.ROUTER_TWO)
                        .toList()));
        return groups;
    }

    /**
     * The groups of what runs on Flink, each program apart beside the router and the alternative with the same rule: it writes
     * its whole state at every checkpoint, whether there is anything to do or not, which others should not feel.
     */
    public List<Group> flink() {
        List<Group> groups = new ArrayList<>();
        for (Variant flink : variants) {
            for (int commitMs : flink.isFlink() ? commits : List.<Integer>of()) {
                add(groups, flink.id(), commitMs, List.of(Variant.ROUTER_GIVEN, Variant.IDIOMATIC, flink));
            }
        }
        return groups;
    }

    /** Whether a group is one of those with Flink. */
    static boolean isBesideFlink(String group) {
        return Variant.of(group).filter(Variant::isFlink).isPresent();
    }

    private static List<Variant> withRouter(List<Variant> others) {
        List<Variant> all = new ArrayList<>(others);
        if (!all.isEmpty()) {
            all.add(0, Variant.ROUTER_GIVEN);
        }
        return all;
    }

    private void add(List<Group> groups, String name, int commitMs, List<Variant> chosen) {
        if (!chosen.isEmpty()) {
            List<Group.Member> members = chosen.stream()
                    .map(variant -> new Group.Member(name, variant, load(variant), 0))
                    .toList();
            groups.add(new Group(name, commitMs, heap, members, slice, rounds));
        }
    }

    private Load load(Variant variant) {
        Load load = Load.of(variant.flavour(), file, seed, open);
        return switch (variant) {
            case ROUTER_POLICY -> load.withCategories(LargePolicy.SPLIT);
            case ROUTER_REFUSED -> load.withRefused(ONE_IN - 1);
            default -> load;
        };
    }

    /** Whether a run belongs to the ordinary rounds. */
    static boolean isOrdinary(Run run) {
        return isOrdinary(run.group());
    }

    static boolean isOrdinary(String group) {
        return group.equals(ALL) || group.equals("given") || group.equals("text");
    }
}

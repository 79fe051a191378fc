// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.events.Flavour;
import io.baton.bench.events.Load;
import java.util.ArrayList;
import java.util.List;

/**
 * The router with few and with many open conversations, in turn, with slices of the same size and the same heap.
 *
 * @param few slices with few open conversations
 * @param many slices with many
 * @param fewConversations conversations that the events of the first begin, open or not
 * @param manyConversations the same of the second
 * @param bytesPerConversation heap that one more conversation with its customer takes
 */
public record Growth(
        List<Run> few, List<Run> many, long fewConversations, long manyConversations, double bytesPerConversation) {

    private static final int FORTIETH = 40;

    /** Many against a fortieth of them: 2,000,000 against 50,000. All are opened before anything is measured. */
    public static Group group(Plan plan, int many, String heap) {
        int few = Math.max(1, many / FORTIETH);
        List<Group.Member> members =
                List.of(member(Group.FEW, few, plan.seed()), member(Group.MANY, many, plan.seed()));
        return new Group("growth", plan.commits().get(0), heap, members, plan.slice(), plan.rounds());
    }

    private static Group.Member member(String name, int open, long seed) {
        return new Group.Member(name, Variant.ROUTER_GIVEN, Load.of(Flavour.GIVEN, null, seed, open), open);
    }

    /** What the runs of that group gave. */
    public static Growth of(List<Run> runs, List<Ended> ended) {
        Ended few = ended(ended, Group.FEW);
        Ended many = ended(ended, Group.MANY);
        return new Growth(
                runs(runs, Group.FEW),
                runs(runs, Group.MANY),
                few.conversations(),
                many.conversations(),
                (double) (many.heapBytes() - few.heapBytes()) / (many.conversations() - few.conversations()));
    }

    private static Ended ended(List<Ended> all, String name) {
        return all.stream()
                .filter(one -> one.group().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no router with " + name + " conversations"));
    }

    private static List<Run> runs(List<Run> all, String name) {
        return all.stream().filter(run -> run.group().equals(name)).toList();
    }

    /** Events a second with many by events a second with few, paired; the median. */
    public double ratio() {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < few.size(); i++) {
            ratios.add(
                    many.get(i).window().eventsPerSecond() / few.get(i).window().eventsPerSecond());
        }
        return Statistics.median(ratios);
    }
}

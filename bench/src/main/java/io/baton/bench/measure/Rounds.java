// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.cluster.Feed;
import io.baton.bench.events.Flavour;
import io.baton.bench.gate.Evidence;
import io.baton.bench.gate.Verification;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Runs groups: all programs of a group are started once and warmed up, then each gets a slice, then each one more. Whatever
 * changes on the machine meanwhile changes for all of them.
 */
public final class Rounds {

    /** Slices of a warm-up, however warm a program seems after the first one. */
    public static final int LEAST_WARM_UP = 2;

    private static final long IDLE_MS = 3_000;

    private final Course course;
    private final double mostSeconds;
    private final Watcher watcher;
    private final Verification verification = new Verification();
    /** Slices of the warm-up by key, so that what must agree has been fed the same in every group. */
    private final Map<String, Integer> warmUps = new HashMap<>();

    private final List<Run> runs = new ArrayList<>();
    private final List<Ended> ended = new ArrayList<>();
    private final List<Idle> idle = new ArrayList<>();
    private final Map<Flavour, Feed.Fed> fed = new EnumMap<>(Flavour.class);

    /** @param mostSeconds longest warm-up of a program */
    public Rounds(Course course, double mostSeconds, Watcher watcher) {
        this.course = course;
        this.mostSeconds = mostSeconds;
        this.watcher = watcher;
    }

    /** Told what is going on. */
    public interface Watcher {

        void step(String what);

        /** How far the step is. */
        void at(long done, long total);
    }

    /**
     * Runs one group.
     *
     * @param restarts how often the router over the given events is restarted at the end, 0 or more
     * @return what that gave, or null where there was none
     */
    public @Nullable Restart run(Group group, int restarts) throws InterruptedException, IOException {
        Map<Group.Member, Lane> lanes = new LinkedHashMap<>();
        Course own = course.withHeap(group.heap());
        try {
            watcher.step(group.name() + ", commit " + group.commitMs() + " ms: starting "
                    + group.hosts().size() + " programs");
            for (Group.Member member : group.hosts()) {
                lanes.put(member, Lane.open(own, member.variant(), group.commitMs(), member.name(), member.load()));
            }
            for (Lane lane : lanes.values()) {
                lane.awaitRunning();
            }
            warmUp(group, lanes);
            idle(group, lanes);
            measure(group, lanes);
            end(group, lanes);
            return restarts == 0 ? null : restart(own, lanes, restarts);
        } finally {
            for (Lane lane : lanes.values()) {
                lane.close();
                lane.cleanUp();
            }
        }
    }

    private void warmUp(Group group, Map<Group.Member, Lane> lanes) throws InterruptedException {
        for (Map.Entry<Group.Member, Lane> lane : lanes.entrySet()) {
            if (lane.getKey().fill() > 0) {
                watcher.step(name(lane.getKey()) + ": opening conversations");
                lane.getValue().fill(lane.getKey().fill(), watcher::at);
            }
        }
        Map<String, Map<Group.Member, Lane>> byKey = new LinkedHashMap<>();
        lanes.forEach((member, lane) -> byKey.computeIfAbsent(group.key(member), key -> new LinkedHashMap<>())
                .put(member, lane));
        for (Map.Entry<String, Map<Group.Member, Lane>> equal : byKey.entrySet()) {
            int slices = 0;
            while (goesOn(group, equal.getKey(), equal.getValue(), slices)) {
                slices++;
                for (Map.Entry<Group.Member, Lane> lane : equal.getValue().entrySet()) {
                    watcher.step(name(lane.getKey()) + ", warm-up " + slices);
                    List<Flavour> flavours = group.flavours(lane.getKey());
                    Flavour flavour = flavours.get((slices - 1) % flavours.size());
                    lane.getValue().warm(slice(group, lane.getKey()), flavour, watcher::at);
                }
            }
            warmUps.putIfAbsent(equal.getKey(), slices);
        }
    }

    /** All of one key get as many slices as the one that needs most. */
    private boolean goesOn(Group group, String key, Map<Group.Member, Lane> lanes, int slices) {
        for (Map.Entry<Group.Member, Lane> lane : lanes.entrySet()) {
            long rounds = (long) group.rounds() * group.flavours(lane.getKey()).size();
            if (lane.getValue().left() < slice(group, lane.getKey()) * (rounds + 1)) {
                return false;
            }
        }
        Integer before = warmUps.get(key);
        if (before != null) {
            return slices < before;
        }
        return slices < LEAST_WARM_UP
                || lanes.values().stream()
                        .map(Lane::warmth)
                        .anyMatch(warmth -> !warmth.isWarm() && warmth.seconds() < mostSeconds);
    }

    private void idle(Group group, Map<Group.Member, Lane> lanes) throws InterruptedException {
        watcher.step(group.name() + ", commit " + group.commitMs() + " ms: nothing to do");
        Map<Lane, Long> before = new HashMap<>();
        lanes.values().forEach(lane -> before.put(lane, lane.cpuNanos()));
        long broker = course.cluster().process().cpuNanos();
        long began = System.nanoTime();
        Thread.sleep(IDLE_MS);
        double took = System.nanoTime() - began;
        double all = 0;
        for (Map.Entry<Lane, Long> lane : before.entrySet()) {
            double share = (lane.getKey().cpuNanos() - lane.getValue()) / took;
            lane.getKey().idle(share);
            all += share;
        }
        double brokers = (course.cluster().process().cpuNanos() - broker) / took;
        idle.add(new Idle(group.name(), group.commitMs(), lanes.size(), all, brokers));
    }

    private void measure(Group group, Map<Group.Member, Lane> lanes) throws InterruptedException {
        for (int round = 1; round <= group.rounds(); round++) {
            for (Group.Member member : group.members()) {
                watcher.step(name(member) + ", commit " + group.commitMs() + " ms, round " + round + " of "
                        + group.rounds());
                Lane lane = Objects.requireNonNull(lanes.get(group.host(member)), "every host has a lane");
                runs.add(lane.measure(round, member.variant(), slice(group, member), watcher::at));
            }
        }
    }

    private void end(Group group, Map<Group.Member, Lane> lanes) throws InterruptedException {
        for (Map.Entry<Group.Member, Lane> lane : lanes.entrySet()) {
            watcher.step(name(lane.getKey()) + ": reading what it wrote");
            Ended found = lane.getValue().ended();
            ended.add(found);
            Feed.Fed own = lane.getValue().fed();
            fed.merge(found.variant().flavour(), own, (one, other) -> one.events() <= other.events() ? one : other);
            Evidence evidence = found.evidence();
            if (evidence != null) {
                // The commit interval changes nothing that is written, nor does the store or how many share the work.
                verification.add(
                        group.key(lane.getKey()) + "." + found.events(),
                        found.name(),
                        evidence,
                        lane.getValue().expected());
            }
        }
    }

    private @Nullable Restart restart(Course own, Map<Group.Member, Lane> lanes, int times)
            throws InterruptedException {
        for (Lane lane : lanes.values()) {
            if (lane.variant() == Variant.ROUTER_GIVEN) {
                watcher.step("restoring a router");
                lanes.values().forEach(Lane::stop);
                return Restart.measure(own, lane.start(), lane.fed().conversations(), times);
            }
        }
        return null;
    }

    private static long slice(Group group, Group.Member member) {
        return group.slice(member.variant(), member.load());
    }

    private static String name(Group.Member member) {
        return member.name() + " " + member.variant().id();
    }

    /** All slices that count, so far. */
    public List<Run> runs() {
        return List.copyOf(runs);
    }

    /** What one of the programs of each flavour has been fed: the one with the fewest events. */
    public Map<Flavour, Feed.Fed> fed() {
        return Map.copyOf(fed);
    }

    /** All programs that have ended, so far. */
    public List<Ended> ended() {
        return List.copyOf(ended);
    }

    /** What was taken while nobody was fed, by group. */
    public List<Idle> idle() {
        return List.copyOf(idle);
    }

    /** Whether all programs did the same work. */
    public Verification verification() {
        return verification;
    }
}

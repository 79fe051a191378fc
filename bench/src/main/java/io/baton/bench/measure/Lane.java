// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.cluster.ChildJvm;
import io.baton.bench.cluster.Feed;
import io.baton.bench.cluster.Internals;
import io.baton.bench.events.Flavour;
import io.baton.bench.events.Load;
import io.baton.bench.gate.Evidence;
import io.baton.bench.gate.Handovers;
import io.baton.bench.gate.Verification;
import io.baton.bench.gate.WrittenOutputs;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * One program with topics and a feed of its own, started once and then fed slice by slice. While another lane is fed it has
 * nothing to do, so the processor time of a slice is its own and the broker's work for it.
 *
 * <p>One program may serve more than one variant: the router is the same whoever judges a message, so a slice says in which
 * flavour its events are, and conversations go on across slices.
 */
final class Lane implements AutoCloseable {

    private static final Duration RUNNING_WITHIN = Duration.ofMinutes(2);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(60);
    private static final long PUT_OFF_MS = 2_100;
    private static final Duration NO_PROGRESS_WITHIN = Duration.ofSeconds(60);

    private final Course course;
    private final Course.Start start;
    private final String group;
    private final Feed feed;
    private final Progress progress;
    private final Written written;
    private final List<ChildJvm> programs = new ArrayList<>();
    private Warmth warmth = Warmth.COLD;
    private double idleShare = Double.NaN;

    /** Told at the end what a program has written. */
    private interface Written {
        @Nullable
        Evidence read();
    }

    private Lane(Course course, Course.Start start, String group, Feed feed) throws InterruptedException {
        this.course = course;
        this.start = start;
        this.group = group;
        this.feed = feed;
        this.progress = new Progress(course.cluster(), start.application());
        this.written = written(course, start, feed);
    }

    /** Makes topics and feed, and starts the program without waiting for it. */
    static Lane open(Course course, Variant variant, int commitMs, String group, Load load)
            throws InterruptedException, IOException {
        String prefix = group + "-" + commitMs + "." + variant.slug() + ".";
        course.cluster().createTopics(prefix, course.partitions(), variant.isRouter());
        Course.Start start = new Course.Start(variant, prefix + "app", prefix, commitMs, Course.PROFILE, false);
        Lane lane = new Lane(course, start, group, new Feed(course.cluster(), prefix, load));
        for (int instance = 0; instance < variant.instances(); instance++) {
            lane.programs.add(course.start(start, instance));
        }
        return lane;
    }

    private static Written written(Course course, Course.Start start, Feed feed) throws InterruptedException {
        if (start.variant().isRouter()) {
            WrittenOutputs outputs = new WrittenOutputs(course.cluster(), start.prefix());
            return () -> outputs.read(feed.conversations(), feed.refused(), feed.asked());
        } else if (start.variant().writesHandovers()) {
            return new Handovers(course.cluster(), start.prefix(), course.partitions())::read;
        }
        return () -> null;
    }

    void awaitRunning() throws InterruptedException {
        for (ChildJvm program : programs) {
            program.await("running", RUNNING_WITHIN);
        }
    }

    Variant variant() {
        return start.variant();
    }

    Course.Start start() {
        return start;
    }

    Warmth warmth() {
        return warmth;
    }

    long left() {
        return feed.left();
    }

    Feed.Fed fed() {
        return feed.fed();
    }

    /** Feeds events without which there is nothing to measure, such as the first one of each conversation. */
    void fill(long events, Progress.Watcher watcher) throws InterruptedException {
        slice(events, variant().flavour(), 0, watcher);
    }

    /** One slice of the warm-up. */
    void warm(long events, Flavour flavour, Progress.Watcher watcher) throws InterruptedException {
        long began = System.nanoTime();
        warmth = warmth.after(slice(events, flavour, 0, watcher), (System.nanoTime() - began) / 1e9);
    }

    /**
     * One slice that counts, with all that was put off: figures go out about once a second, where there are many every other, and are committed
     * after that.
     *
     * @param served the variant that it counts for, one of those that this program serves
     */
    Run measure(int round, Variant served, long events, Progress.Watcher watcher) throws InterruptedException {
        Window window = slice(events, served.flavour(), putOff() + start.commitMs(), watcher);
        return new Run(group, served, round, start.commitMs(), window);
    }

    /** Nothing is put off on Flink, and it would be charged for the waiting: it writes its state whether anything happens or not. */
    private long putOff() {
        return variant().isFlink() ? 0 : PUT_OFF_MS;
    }

    private Window slice(long events, Flavour flavour, long settle, Progress.Watcher watcher)
            throws InterruptedException {
        feed.write(events, flavour);
        long jit = jitNanos();
        long brokerJit = course.cluster().process().jitNanos();
        List<Sample> samples = new ArrayList<>();
        samples.add(sample(0));
        feed.publish();
        follow(events, samples, watcher);
        Thread.sleep(settle);
        Sample last = sample(events);
        samples.add(new Sample(samples.remove(samples.size() - 1).nanos(), events, last.app(), last.broker()));
        return Window.of(samples, jitNanos() - jit, course.cluster().process().jitNanos() - brokerJit);
    }

    private void follow(long events, List<Sample> samples, Progress.Watcher watcher) throws InterruptedException {
        Map<TopicPartition, Feed.Range> slice = feed.slice();
        long records = Progress.records(slice);
        long seen = 0;
        long changed = System.nanoTime();
        while (true) {
            long done = progress.of(slice);
            if (done == records && progress.isThrough()) {
                samples.add(sample(events));
                return;
            } else if (done > seen && done < records) {
                samples.add(sample(Math.min(events, done)));
                watcher.at(done, records);
            } else if (System.nanoTime() - changed > NO_PROGRESS_WITHIN.toNanos()) {
                throw new IllegalStateException(start.application() + ": no progress at " + done + " of " + records
                        + " records" + programs.get(0).tail());
            }
            changed = done > seen ? System.nanoTime() : changed;
            seen = done;
            programs.forEach(ChildJvm::requireAlive);
            Thread.sleep(Progress.LOOK_EVERY_MS);
        }
    }

    private Sample sample(long committed) {
        return new Sample(
                System.nanoTime(),
                committed,
                cpuNanos(),
                course.cluster().process().cpuNanos());
    }

    long cpuNanos() {
        return programs.stream().mapToLong(ChildJvm::cpuNanos).sum();
    }

    private long jitNanos() throws InterruptedException {
        long sum = 0;
        for (ChildJvm program : programs) {
            sum += program.jitNanos();
        }
        return sum;
    }

    /** What its events must have led to. */
    Verification.Expected expected() {
        return new Verification.Expected(variant().isRouter() ? feed.conversations() : -1, feed.refused());
    }

    /** @param share processor time a second that it took while nobody was fed, seconds */
    void idle(double share) {
        idleShare = share;
    }

    /** What there is to say at the end; reads what was written. */
    Ended ended() throws InterruptedException {
        return new Ended(
                group,
                variant(),
                start.commitMs(),
                warmth,
                idleShare,
                feed.events(),
                feed.conversations(),
                written.read(),
                variant() == Variant.ROUTER_GIVEN ? heap() : 0,
                variant().isRouter() ? changelog() : 0);
    }

    private long heap() throws InterruptedException {
        return Long.parseLong(programs.get(0).ask("heap", ANSWER_WITHIN));
    }

    private long changelog() throws InterruptedException {
        return Internals.changelogBytes(course.cluster().admin(), start.application()).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    /** Ends the programs: a router in order, the alternatives as it comes, since nobody reads what they leave unfinished. */
    void stop() {
        programs.forEach(variant().isRouter() ? ChildJvm::close : ChildJvm::kill);
        programs.clear();
    }

    @Override
    public void close() {
        stop();
        feed.close();
    }

    /** Removes what it has left behind. */
    void cleanUp() throws InterruptedException {
        course.cleanUp(start.application(), start.prefix());
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.TextModelPublished;
import io.baton.policy.learning.KnownModel;
import io.baton.policy.learning.Lecture;
import io.baton.state.TextLabel;
import io.baton.state.TextLearning;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/**
 * Learns from labels, all of which come to one task: keeps the newest ones, and now and then makes a version of the text model from
 * them. Labels are few (surveys, corrections and reviews), so it reads all that it keeps for each.
 *
 * <p>Reads (model, label), sends (model/version, version) and (text-model, proposal). What it keeps is numbers and ids, never text.
 */
public final class LearnerProcessor implements Processor<String, TextLabel, String, Taught> {

    private final Supplier<Rules> rulebook;
    private final boolean replay;
    private final int partitions;
    private ProcessorContext<String, Taught> context;
    private KeyValueStore<String, TextLabel> examples;
    private KeyValueStore<String, TextLearning> progress;

    @SuppressWarnings("NullAway.Init")
    private LearnerProcessor(Supplier<Rules> rulebook, boolean replay, int partitions) {
        this.rulebook = rulebook;
        this.replay = replay;
        this.partitions = partitions;
    }

    /**
     * Makes the processor.
     *
     * @param replay whether it learns at the end of time and only there
     * @param partitions partitions that must have come to their end by then
     */
    public static ProcessorSupplier<String, TextLabel, String, Taught> supplier(
            Serde<TextLabel> labels,
            Serde<TextLearning> learning,
            Supplier<Rules> rulebook,
            boolean replay,
            int partitions) {
        return new Supplied<>(
                () -> new LearnerProcessor(rulebook, replay, partitions),
                Set.of(
                        Supplied.store(Stores.inMemoryKeyValueStore(io.baton.names.Stores.TEXT_LABELS), labels),
                        Supplied.store(Stores.inMemoryKeyValueStore(io.baton.names.Stores.TEXT_LEARNING), learning)));
    }

    @Override
    public void init(ProcessorContext<String, Taught> context) {
        this.context = context;
        this.examples = context.getStateStore(io.baton.names.Stores.TEXT_LABELS);
        this.progress = context.getStateStore(io.baton.names.Stores.TEXT_LEARNING);
    }

    @Override
    public void process(Record<String, TextLabel> record) {
        Rules rules = rulebook.get();
        KnownModel base = rules.base();
        if (base == null) {
            // The policy has no model any more: what is kept goes with the first that is told.
            kept().keySet().forEach(examples::delete);
            return;
        }
        TextLearning before = progress.get(base.hash());
        Lecture lecture = Lecture.of(
                base,
                rules.ruleset(),
                before == null ? TextLearning.newBuilder().build() : before,
                kept(),
                record.value(),
                replay,
                partitions);
        lecture.dropped().forEach(examples::delete);
        if (lecture.kept() != null) {
            examples.put(lecture.kept(), record.value());
        }
        progress.put(base.hash(), lecture.after());
        send(base, lecture, record.value().getAt());
    }

    private void send(KnownModel base, Lecture lecture, long at) {
        TextModelPublished version = lecture.version();
        if (version == null) {
            return;
        }
        for (int retired : lecture.retired()) {
            forward(key(base, retired), new Taught.Version(null), at);
        }
        long learnedAt = version.getAt().toEpochMilli();
        forward(key(base, version.getVersion()), new Taught.Version(version), learnedAt);
        if (lecture.proposal() != null) {
            forward(
                    lecture.proposal().getCategory(),
                    new Taught.Proposed(Objects.requireNonNull(lecture.proposal())),
                    learnedAt);
        }
    }

    private void forward(@Nullable String key, Taught taught, long at) {
        context.forward(new Record<>(key, taught, at));
    }

    private NavigableMap<String, TextLabel> kept() {
        TreeMap<String, TextLabel> kept = new TreeMap<>();
        try (KeyValueIterator<String, TextLabel> all = examples.all()) {
            all.forEachRemaining(entry -> kept.put(entry.key, entry.value));
        }
        return kept;
    }

    private static String key(KnownModel base, int version) {
        return base.name() + "/" + base.hash().substring(0, 12) + "/" + version;
    }
}

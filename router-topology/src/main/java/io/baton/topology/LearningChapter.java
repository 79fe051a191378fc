// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.event.PolicyProposal;
import io.baton.event.TextModelPublished;
import io.baton.names.Nodes;
import io.baton.names.Stores;
import io.baton.processor.Emission;
import io.baton.processor.LearnedRecords;
import io.baton.processor.LearnerProcessor;
import io.baton.processor.Taught;
import io.baton.state.TextLabel;
import io.baton.state.TextLearning;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;
import org.jspecify.annotations.Nullable;

/**
 * Chapter 7, what is learned from it: labels of all tasks come to one, which makes versions of the text model; every instance reads
 * them. Only surveys, corrections and reviews cost a repartitioned record here.
 */
final class LearningChapter {

    /** One key, so that one task learns. */
    private static final String EVERYBODY = "text-model";

    private LearningChapter() {}

    static void of(StreamsBuilder builder, KStream<String, Emission> turns, Codecs codecs, Wiring wiring) {
        boolean replay = wiring.clockwork().replay();
        KStream<String, Taught> taught = turns.flatMapValues(LearningChapter::label, Named.as(Nodes.TAKE_TEXT_LABELS))
                .selectKey((customer, label) -> EVERYBODY, Named.as(Nodes.GATHER_TEXT_LABELS))
                .repartition(Repartitioned.<String, TextLabel>as(Nodes.TEXT_LABELS)
                        .withKeySerde(Serdes.String())
                        .withValueSerde(codecs.state(TextLabel.class))
                        .withNumberOfPartitions(wiring.partitions()))
                .process(
                        LearnerProcessor.supplier(
                                codecs.state(TextLabel.class),
                                codecs.state(TextLearning.class),
                                wiring.rulebook(),
                                replay,
                                wiring.partitions()),
                        Named.as(Nodes.LEARN_FROM_LABELS));

        taught.filter((key, one) -> one instanceof Taught.Version, Named.as(Nodes.TAKE_TEXT_MODELS))
                .mapValues(LearningChapter::version, Named.as(Nodes.SHAPE_TEXT_MODEL))
                .to(
                        wiring.topics().textModels(),
                        Produced.with(Serdes.String(), codecs.record(TextModelPublished.class))
                                .withName(Nodes.WRITE_TEXT_MODELS));
        taught.flatMapValues(LearningChapter::proposal, Named.as(Nodes.TAKE_MODEL_PROPOSALS))
                .to(
                        wiring.topics().policyProposals(),
                        Produced.with(Serdes.String(), codecs.record(PolicyProposal.class))
                                .withName(Nodes.WRITE_MODEL_PROPOSALS));

        builder.addGlobalStore(
                Reference.global(Stores.TEXT_MODELS),
                wiring.topics().textModels(),
                Consumed.with(Serdes.ByteArray(), Serdes.ByteArray()).withName(Nodes.READ_TEXT_MODELS),
                LearnedRecords.supplier(
                        wiring.topics().textModels(),
                        Stores.TEXT_MODELS,
                        codecs.record(TextModelPublished.class).deserializer(),
                        version -> version.getHash().getBytes(UTF_8),
                        version -> {
                            // Tasks of a replay move through time at different speeds: a version would come to some of
                            // them sooner.
                            if (!replay) {
                                wiring.rulebook().learned(version);
                            }
                        }));
    }

    private static List<TextLabel> label(Emission emission) {
        return emission instanceof Emission.Taught taught ? List.of(taught.label()) : List.of();
    }

    private static @Nullable TextModelPublished version(Taught taught) {
        return ((Taught.Version) taught).version();
    }

    private static List<PolicyProposal> proposal(Taught taught) {
        return taught instanceof Taught.Proposed proposed ? List.of(proposed.proposal()) : List.of();
    }
}

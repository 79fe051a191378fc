// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.topology;

import io.baton.event.ReviewItem;
import io.baton.event.TrainingExample;
import io.baton.names.Nodes;
import io.baton.processor.Emission;
import java.util.List;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;

/** The part of chapter 7 that people and models learn from: items to review and labelled examples. */
final class LearningBranch {

    private LearningBranch() {}

    static void of(KStream<String, Emission> turns, Codecs codecs, Wiring wiring) {
        turns.flatMapValues(LearningBranch::item, Named.as(Nodes.TAKE_REVIEW_ITEMS))
                .to(
                        wiring.topics().reviewItems(),
                        Produced.with(Serdes.String(), codecs.record(ReviewItem.class))
                                .withName(Nodes.WRITE_REVIEW_ITEMS));
        turns.flatMapValues(LearningBranch::example, Named.as(Nodes.TAKE_EXAMPLES))
                .to(
                        wiring.topics().trainingExamples(),
                        Produced.with(Serdes.String(), codecs.record(TrainingExample.class))
                                .withName(Nodes.WRITE_EXAMPLES));
    }

    private static List<ReviewItem> item(Emission emission) {
        return emission instanceof Emission.Noted noted ? List.of(noted.item()) : List.of();
    }

    private static List<TrainingExample> example(Emission emission) {
        return emission instanceof Emission.Learnt learnt ? List.of(learnt.example()) : List.of();
    }
}

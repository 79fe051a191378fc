// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.flink;

import io.baton.event.ConversationEvent;
import org.apache.flink.api.common.eventtime.WatermarkStrategy;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.connector.base.DeliveryGuarantee;
import org.apache.flink.connector.kafka.sink.KafkaSink;
import org.apache.flink.connector.kafka.sink.TransactionNamingStrategy;
import org.apache.flink.connector.kafka.source.KafkaSource;
import org.apache.flink.connector.kafka.source.enumerator.initializer.OffsetsInitializer;
import org.apache.flink.streaming.api.datastream.DataStream;
import org.apache.flink.streaming.api.datastream.DataStreamUtils;
import org.apache.flink.streaming.api.datastream.SingleOutputStreamOperator;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/**
 * Reads conversations, judges them and counts turns by category and minute, exactly once.
 *
 * <p>An event is decoded, judged and forgotten in one chain of calls: with one thread all keys are its own, so the stream is
 * keyed as it comes, without the exchange that would write every event to a buffer and read it again. What leaves the chain is
 * little: hand-overs, and the counts since the last checkpoint. Both are written by one producer in one transaction.
 */
final class RuleJob {

    /** Events are handed on by reference. */
    static final TypeInformation<ConversationEvent> EVENT = new Written<>(ConversationEvent.class, new WithinTask<>());

    private RuleJob() {}

    static void build(StreamExecutionEnvironment flink, JobSettings settings) {
        DataStream<ConversationEvent> events = flink.fromSource(
                        source(settings), WatermarkStrategy.noWatermarks(), "read-events")
                .uid("read-events")
                .transform("tell-offsets", EVENT, new TellOffsets(settings))
                .uid("tell-offsets");
        judged(events, settings).sinkTo(sink(settings)).name("write-outputs").uid("write-outputs");
    }

    /** What the events lead to: records of both topics. */
    static DataStream<Outgoing> judged(DataStream<ConversationEvent> events, JobSettings settings) {
        SingleOutputStreamOperator<Outgoing> handovers = DataStreamUtils.reinterpretAsKeyedStream(
                        events, ConversationEvent::getCustomerId, Types.STRING)
                .transform("judge-turns", Outgoing.TYPE, new JudgeTurns(settings))
                .uid("judge-turns");
        DataStream<Outgoing> counts = handovers
                .getSideOutput(Counted.OUTPUT)
                .keyBy(Counted::category, Types.STRING)
                .process(new CountTurns(settings.topics()), Outgoing.TYPE)
                .name("count-turns")
                .uid("count-turns");
        return handovers.union(counts);
    }

    private static KafkaSource<TellOffsets.Arrived> source(JobSettings settings) {
        return KafkaSource.<TellOffsets.Arrived>builder()
                .setBootstrapServers(settings.bootstrapServers())
                .setTopics(settings.topics().conversationEvents())
                .setGroupId(settings.application())
                .setClientIdPrefix(settings.application())
                .setStartingOffsets(OffsetsInitializer.earliest())
                .setProperties(settings.consumer())
                .setDeserializer(new EventReader(settings))
                .build();
    }

    private static KafkaSink<Outgoing> sink(JobSettings settings) {
        return KafkaSink.<Outgoing>builder()
                .setBootstrapServers(settings.bootstrapServers())
                .setKafkaProducerConfig(settings.producer())
                .setDeliveryGuarantee(DeliveryGuarantee.EXACTLY_ONCE)
                .setTransactionalIdPrefix(settings.application())
                .setTransactionNamingStrategy(TransactionNamingStrategy.POOLING)
                .setRecordSerializer(new OutgoingWriter(settings.topics()))
                .build();
    }
}

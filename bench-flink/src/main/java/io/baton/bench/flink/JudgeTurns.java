// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.bench.child.Idiomatic;
import io.baton.bench.child.SimpleRule;
import io.baton.bench.idiomatic.ConversationSoFar;
import io.baton.bench.idiomatic.Handover;
import io.baton.bench.idiomatic.SaidTurn;
import io.baton.event.AgentMessage;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationClosed;
import io.baton.event.ConversationEvent;
import io.baton.event.ConversationStarted;
import io.baton.event.CustomerMessage;
import io.baton.serde.Serdes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.flink.api.common.state.ListState;
import org.apache.flink.api.common.state.ListStateDescriptor;
import org.apache.flink.api.common.state.ValueState;
import org.apache.flink.api.common.state.ValueStateDescriptor;
import org.apache.flink.streaming.api.operators.AbstractStreamOperator;
import org.apache.flink.streaming.api.operators.OneInputStreamOperator;
import org.apache.flink.streaming.runtime.streamrecord.StreamRecord;
import org.apache.kafka.common.serialization.Serializer;

/**
 * The rule over the events of one customer after the other. State is written only where an event changes it; turns are counted
 * on the heap and leave in front of each checkpoint, so that neither a crash loses any nor a record goes out for each of them.
 */
final class JudgeTurns extends AbstractStreamOperator<Outgoing>
        implements OneInputStreamOperator<ConversationEvent, Outgoing> {

    private static final long serialVersionUID = 1L;
    private static final long MINUTE_MS = Duration.ofMinutes(1).toMillis();

    private final JobSettings settings;
    private final String topic;
    private final boolean keepsTranscript;
    private transient ValueState<Standing> standings;
    private transient ListState<Said> transcripts;
    private transient Serializer<Handover> handovers;
    /** Oldest first: they are told in this order, and a newer minute closes what is far behind it. */
    private transient TreeMap<Long, Map<String, long[]>> counts;

    @SuppressWarnings("NullAway.Init") // Flink opens it before the first element
    JudgeTurns(JobSettings settings) {
        this.settings = settings;
        this.topic = settings.topics().prefix() + Idiomatic.HANDOVERS;
        this.keepsTranscript = settings.keepsTranscript();
    }

    @Override
    public void open() throws Exception {
        super.open();
        counts = new TreeMap<>();
        handovers = Serdes.value(Handover.class, settings.registry()).serializer();
        standings =
                getRuntimeContext().getState(new ValueStateDescriptor<>("conversations", new Standing.Serializer()));
        transcripts = getRuntimeContext().getListState(new ListStateDescriptor<>("transcripts", new Said.Serializer()));
    }

    @Override
    public void processElement(StreamRecord<ConversationEvent> element) throws Exception {
        ConversationEvent event = element.getValue();
        Standing known = standings.value();
        Standing before = known == null ? Standing.NONE : known;
        Standing now = before;
        if (event.getData() instanceof CustomerMessage message) {
            said(event, "customer", message.getText());
            SimpleRule.Heard heard =
                    SimpleRule.hear(message, before.negativeTurns(), before.poorAnswers(), before.escalations());
            now = before.after(heard);
            if (heard.reason() != null) {
                handOver(event, now, heard.reason(), element.getTimestamp());
            }
        } else if (event.getData() instanceof AssistantReply reply) {
            said(event, "assistant", reply.getText());
            now = before.after(reply);
        } else if (event.getData() instanceof AgentMessage message) {
            said(event, "agent", message.getText());
        } else if (event.getData() instanceof ConversationStarted started) {
            now = Standing.of(event.getConversationId(), started);
            forget();
        } else if (event.getData() instanceof ConversationClosed) {
            standings.clear();
            forget();
            return;
        }
        if (!now.equals(before)) {
            standings.update(now);
        }
        count(now.category(), element.getTimestamp());
    }

    private void said(ConversationEvent event, String speaker, String text) throws Exception {
        if (keepsTranscript) {
            transcripts.add(Said.of(new SaidTurn(event.getTime(), speaker, text)));
        }
    }

    private void forget() {
        if (keepsTranscript) {
            transcripts.clear();
        }
    }

    private void handOver(ConversationEvent event, Standing now, String reason, long at) throws Exception {
        List<SaidTurn> transcript = new ArrayList<>();
        if (keepsTranscript) {
            transcripts.get().forEach(said -> transcript.add(said.turn()));
        }
        ConversationSoFar sofar = ConversationSoFar.newBuilder()
                .setConversationId(now.conversationId())
                .setCategory(now.category())
                .setEscalations(now.escalations())
                .setReason(reason)
                .setTranscript(transcript)
                .build();
        byte[] value = handovers.serialize(topic, Idiomatic.handover(event.getCustomerId(), sofar));
        byte[] key = event.getCustomerId().getBytes(UTF_8);
        output.collect(new StreamRecord<>(new Outgoing(topic, at, key, value), at));
    }

    private void count(String category, long at) {
        counts.computeIfAbsent(at - Math.floorMod(at, MINUTE_MS), minute -> new HashMap<>())
                .computeIfAbsent(category, any -> new long[1])[0]++;
    }

    @Override
    public void prepareSnapshotPreBarrier(long checkpointId) throws Exception {
        super.prepareSnapshotPreBarrier(checkpointId);
        tellCounts();
    }

    @Override
    public void finish() throws Exception {
        super.finish();
        tellCounts();
    }

    private void tellCounts() {
        counts.forEach((minute, byCategory) -> byCategory.forEach((category, turns) ->
                output.collect(Counted.OUTPUT, new StreamRecord<>(new Counted(category, minute, turns[0]), minute))));
        counts.clear();
    }
}

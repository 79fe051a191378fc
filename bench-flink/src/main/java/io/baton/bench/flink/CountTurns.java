// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.bench.child.Idiomatic;
import io.baton.names.Topics;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Iterator;
import org.apache.flink.api.common.functions.OpenContext;
import org.apache.flink.api.common.state.MapState;
import org.apache.flink.api.common.state.MapStateDescriptor;
import org.apache.flink.api.common.typeinfo.Types;
import org.apache.flink.streaming.api.functions.KeyedProcessFunction;
import org.apache.flink.util.Collector;

/** Adds up the turns of a category by the minute and tells each sum that has changed, as the idiomatic alternative does. */
final class CountTurns extends KeyedProcessFunction<String, Counted, Outgoing> {

    private static final long serialVersionUID = 1L;
    private static final long GRACE_MS = Duration.ofMinutes(10).toMillis();

    private final String topic;

    @SuppressWarnings("NullAway.Init") // Flink opens it before the first element
    private transient MapState<Long, Long> byMinute;

    CountTurns(Topics topics) {
        this.topic = topics.prefix() + Idiomatic.TURNS;
    }

    @Override
    public void open(OpenContext context) {
        byMinute = getRuntimeContext().getMapState(new MapStateDescriptor<>("turns-a-minute", Types.LONG, Types.LONG));
    }

    @Override
    public void processElement(Counted counted, Context context, Collector<Outgoing> out) throws Exception {
        Long before = byMinute.get(counted.minute());
        if (before == null) {
            forget(counted.minute() - GRACE_MS);
        }
        long sum = counted.turns() + (before == null ? 0 : before);
        byMinute.put(counted.minute(), sum);
        out.collect(new Outgoing(
                topic,
                counted.minute(),
                (counted.category() + "@" + counted.minute()).getBytes(UTF_8),
                ByteBuffer.allocate(Long.BYTES).putLong(sum).array()));
    }

    private void forget(long before) throws Exception {
        Iterator<Long> minutes = byMinute.keys().iterator();
        while (minutes.hasNext()) {
            if (minutes.next() < before) {
                minutes.remove();
            }
        }
    }
}

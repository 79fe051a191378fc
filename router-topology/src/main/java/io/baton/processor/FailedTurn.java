// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.failure.DeadLetterHeaders;
import io.baton.names.Stores;
import io.baton.state.AcceptedEvent;
import java.util.List;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Turns an event on which a rule failed into a dead letter: masked, as intake left it, in the encoding of the stores. The
 * detail names the class of the failure only; a message might quote the event.
 */
public final class FailedTurn implements Processor<String, Emission, String, byte[]> {

    /** Reason code in the headers. */
    public static final String REASON = "processing-failed";

    private final Serde<AcceptedEvent> serde;
    private ProcessorContext<String, byte[]> context;

    @SuppressWarnings("NullAway.Init")
    private FailedTurn(Serde<AcceptedEvent> serde) {
        this.serde = serde;
    }

    /** Makes the processor. */
    public static ProcessorSupplier<String, Emission, String, byte[]> supplier(Serde<AcceptedEvent> serde) {
        return () -> new FailedTurn(serde);
    }

    @Override
    public void init(ProcessorContext<String, byte[]> context) {
        this.context = context;
    }

    @Override
    public void process(Record<String, Emission> record) {
        if (record.value() instanceof Emission.Failed failed) {
            context.forward(
                    record.withValue(serde.serializer().serialize(Stores.CONVERSATION_TRANSCRIPT, failed.event()))
                            .withHeaders(DeadLetterHeaders.of(
                                    List.of(),
                                    REASON,
                                    failed.failure(),
                                    context.recordMetadata().orElse(null))));
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.state.AcceptedEvent;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** Makes the processor that decides, with its stores. */
public record TurnProcessorSupplier(TurnSetup setup, Clockwork clockwork, Supplier<Rules> rulebook)
        implements ProcessorSupplier<String, AcceptedEvent, String, Emission> {

    @Override
    public Processor<String, AcceptedEvent, String, Emission> get() {
        return new TurnProcessor(setup, clockwork, rulebook);
    }

    @Override
    public Set<StoreBuilder<?>> stores() {
        return setup.allStores();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.event.CustomerOutreach;
import io.baton.event.ProductSignalReported;
import io.baton.state.AcceptedEvent;
import io.baton.state.CustomerJourney;
import io.baton.state.CustomerSnapshot;
import java.util.function.Supplier;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/** Works out what time and product signals make of a customer's journey, and what a turn knows of it. Writes nothing. */
final class JourneyPlanner {

    private final JourneyStore journeys;

    JourneyPlanner(JourneyStore journeys) {
        this.journeys = journeys;
    }

    /** What is known of the customer as a conversation begins; one that has begun keeps its own view. */
    CustomerSnapshot known(@Nullable CustomerJourney journey, AcceptedEvent first, Rules rules) {
        return rules.journeys().snapshot(journey, first.getAt(), first.getConversationId());
    }

    /** The journey as retention leaves it at a moment; null where there is none. */
    @Nullable
    CustomerJourney journey(String customerId, long at, Rules rules) {
        return rules.journeys().kept(journeys.load(customerId), at);
    }

    /** The same, read when it is first asked for: most turns never do, the others more than once. */
    Supplier<@Nullable CustomerJourney> once(String customerId, long at, Rules rules) {
        return new Supplier<>() {
            private @Nullable CustomerJourney journey;
            private boolean read;

            @Override
            public @Nullable CustomerJourney get() {
                if (!read) {
                    journey = journey(customerId, at, rules);
                    read = true;
                }
                return journey;
            }
        };
    }

    /** What retention leaves of a journey of which a timer has fired; null where there is no such journey any more. */
    JourneyStore.@Nullable Encoded expired(Bytes timer, long now, Rules rules) {
        String customerId = Keys.customerId(Keys.waiting(timer));
        CustomerJourney journey = journeys.load(customerId);
        if (journey == null) {
            return null;
        }
        long pending = journey.getTimerAt() == Keys.due(timer) ? 0 : journey.getTimerAt();
        CustomerJourney left = rules.journeys().kept(journey, now);
        long nextDue = left == null ? Long.MAX_VALUE : rules.journeys().nextDue(left);
        return journeys.encodeFired(customerId, pending, left, nextDue);
    }

    /** What a product signal is worth to the customer; null where it is nothing. The journey holds it already. */
    @Nullable
    Reached reached(AcceptedEvent event, ProductSignalReported signal, Rules rules) {
        CustomerJourney journey = journey(event.getCustomerId(), event.getAt(), rules);
        if (journey == null) {
            return null;
        }
        CustomerSnapshot customer = rules.journeys().snapshot(journey, event.getAt());
        return rules.outreaches()
                .of(journey, customer, signal, event.getAt())
                .map(outreach -> {
                    CustomerJourney after = rules.outreaches().remember(journey, outreach);
                    long due = rules.journeys().nextDue(after);
                    return new Reached(outreach, journeys.encode(event.getCustomerId(), after, due));
                })
                .orElse(null);
    }

    /** A contact worth making, and the journey that remembers it. */
    record Reached(CustomerOutreach outreach, JourneyStore.Encoded journey) {}
}

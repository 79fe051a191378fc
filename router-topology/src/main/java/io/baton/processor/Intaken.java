// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.state.AcceptedEvent;
import org.jspecify.annotations.Nullable;

/** What intake made of a record, and which way it goes on. */
public sealed interface Intaken {

    /** Valid and in its partition: goes on at once. */
    record Placed(AcceptedEvent event) implements Intaken {}

    /** Valid, but in another partition than the customer's: is put right once. */
    record Misplaced(AcceptedEvent event) implements Intaken {}

    /** Refused: key and value as received; the reason is in the headers. */
    record DeadLetter(byte @Nullable [] key, byte @Nullable [] value) implements Intaken {}
}

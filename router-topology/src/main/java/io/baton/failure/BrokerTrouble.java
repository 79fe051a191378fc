// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.failure;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.TransactionAbortableException;

/**
 * Tells a broker that did not answer in time from a record or a program that fails.
 *
 * <p>The first passes, and the same records succeed afterwards; the second happens again each time. Whoever counts failures in
 * order to stop a loop must not count the first: a few stalls of a broker would stop every router.
 */
public final class BrokerTrouble {

    private static final String TRANSACTIONS = "org.apache.kafka.clients.producer.internals.TransactionManager";

    private BrokerTrouble() {}

    /** Whether the failure, or what it was caused by, passes once the broker answers again. */
    public static boolean caused(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RetriableException
                    || cause instanceof TransactionAbortableException
                    || cause instanceof InvalidPidMappingException
                    || isUnacknowledged(cause)) {
                return true;
            }
        }
        return false;
    }

    /**
     * Records whose acknowledgement never came. The client has no type for it: the general one, thrown by the part that keeps
     * count of transactions. What is permanent there (fenced, not authorised, too large) has a type of its own.
     */
    private static boolean isUnacknowledged(Throwable cause) {
        StackTraceElement[] frames = cause.getStackTrace();
        return cause.getClass() == KafkaException.class
                && cause.getCause() == null
                && frames.length > 0
                && frames[0].getClassName().equals(TRANSACTIONS)
                && frames[0].getMethodName().equals("maybeResolveSequences");
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.failure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.DisconnectException;
import org.apache.kafka.common.errors.InvalidPidMappingException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionAbortableException;
import org.apache.kafka.streams.errors.StreamsException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BrokerTroubleTest {

    private static final String CLIENT = "org.apache.kafka.clients.producer.internals.TransactionManager";

    @ParameterizedTest
    @MethodSource
    void passesOnceTheBrokerAnswers(Throwable failure) {
        assertThat(BrokerTrouble.caused(failure)).isTrue();
        assertThat(BrokerTrouble.caused(new StreamsException("commit failed", failure)))
                .as("wrapped by the framework")
                .isTrue();
    }

    static Stream<Throwable> passesOnceTheBrokerAnswers() {
        return Stream.of(
                new TimeoutException("expiring records"),
                new DisconnectException("gone"),
                new TransactionAbortableException("aborted after retries"),
                new InvalidPidMappingException("unknown producer"),
                thrownFrom(CLIENT, "maybeResolveSequences"));
    }

    @ParameterizedTest
    @MethodSource
    void happensAgainEachTime(Throwable failure) {
        assertThat(BrokerTrouble.caused(failure)).isFalse();
        assertThat(BrokerTrouble.caused(new StreamsException("turn failed", failure)))
                .as("wrapped by the framework")
                .isFalse();
    }

    static Stream<Throwable> happensAgainEachTime() {
        return Stream.of(
                new RecordTooLargeException("a record of 3 MB"),
                new TopicAuthorizationException("denied"),
                new IllegalStateException("a rule that fails"),
                new KafkaException("a bad setting"),
                thrownFrom(CLIENT, "maybeFailWithError"));
    }

    private static KafkaException thrownFrom(String type, String method) {
        KafkaException failure = new KafkaException("not acknowledged");
        failure.setStackTrace(
                new StackTraceElement[] {new StackTraceElement(type, method, "TransactionManager.java", 1)});
        return failure;
    }
}

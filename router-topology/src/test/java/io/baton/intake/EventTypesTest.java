// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.event.ConversationEvent;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTypesTest {

    @Test
    void everyKindOfConversationEventHasAType() {
        Schema branches = ConversationEvent.SCHEMA$.getField("data").schema();

        assertThat(EventTypes.all().stream()
                        .filter(type -> type.subject() == Subject.CONVERSATION)
                        .map(type -> type.blank().get().getSchema()))
                .containsExactlyElementsOf(branches.getTypes());
    }

    @Test
    void aTypeIsFoundByItsName() {
        assertThat(EventTypes.all()).allMatch(type -> EventTypes.of(type.name()) == type);
        assertThat(EventTypes.of("conversation.imagined")).isNull();
    }

    @Test
    void aBlankRecordIsOfTheDeclaredClassAndANewOneEachTime() {
        assertThat(EventTypes.all()).allSatisfy(type -> {
            assertThat(type.blank().get()).isInstanceOf(type.data());
            assertThat(type.blank().get()).isNotSameAs(type.blank().get());
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            nullValues = "null",
            value = {
                "conversation.started        | \"partitionkey\":\"k\",\"subject\":\"s\"             | CONVERSATION | k",
                "conversation.started        | \"subject\":\"s\"                                    | CONVERSATION | s",
                "customer.consent-changed    | \"partitionkey\":\"k\"                               | CONVERSATION | k",
                "customer.erasure-requested  | \"subject\":\"s\"                                    | CONVERSATION | s",
                "customer.profile-updated    | \"partitionkey\":\"k\",\"subject\":\"s\"             | PROFILE      | k",
                "product.signal              | \"partitionkey\":\" \",\"subject\":\"s\"             | SIGNAL       | s",
                "incident.opened             | \"partitionkey\":\"k\",\"subject\":\"s\"             | INCIDENT     | s",
                "incident.closed             | \"partitionkey\":\"k\"                               | INCIDENT     | k",
                "agents.availability-changed | \"partitionkey\":\"k\",\"data\":{\"queue\":\"q\"}    | AVAILABILITY | q",
                "policy.ruleset-published    | \"data\":{\"name\":\"main\"}                         | RULESET      | main",
                "conversation.imagined       | \"partitionkey\":7,\"subject\":null                  | CONVERSATION | null"
            })
    void anEventBelongsToATopicAndAKey(String type, String attributes, Subject subject, String key) throws Exception {
        JsonNode event = Records.JSON.readTree("{\"type\":\"" + type + "\"," + attributes + "}");

        assertThat(EventTypes.subject(event)).isEqualTo(subject);
        assertThat(EventTypes.key(event)).isEqualTo(key);
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.events;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.event.ConversationResolved;
import io.baton.event.CustomerMessage;
import io.baton.event.Resolver;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EventFileTest {

    private static final String LINES = """
            {"specversion":"1.0","id":"2","source":"chat","type":"conversation.resolved","subject":"c-1","time":"2026-03-01T09:01:00Z","partitionkey":"cust-1","data":{"by":"assistant"}}
            {"specversion":"1.0","id":"1","source":"chat","type":"conversation.customer-message","subject":"c-1","time":"2026-03-01T09:00:00Z","partitionkey":"cust-1","data":{"text":"Hello","sentiment":-0.5,"amount":12.5,"currency":"EUR"}}
            {"specversion":"1.0","id":"3","source":"crm","type":"customer.profile-updated","subject":"cust-1","time":"2026-03-01T09:00:00Z","data":{"plan":"pro"}}
            """;

    @TempDir
    Path folder;

    @Test
    void conversationsAreReadInTheOrderOfTheirTimeAndTheRestIsLeftOut() throws IOException {
        EventFile file = EventFile.read(written(LINES), Flavour.GIVEN);

        assertThat(file.left()).isEqualTo(2);
        CustomerMessage message = (CustomerMessage) file.next().getData();
        assertThat(message.getText()).isEqualTo("Hello");
        assertThat(message.getSentiment()).isEqualTo(-0.5);
        assertThat(message.getAmount()).isEqualTo(12.5);
        assertThat(((ConversationResolved) file.next().getData()).getBy()).isEqualTo(Resolver.ASSISTANT);
        assertThat(file.conversations()).isEqualTo(1);
    }

    @Test
    void theTextFlavourDropsWhatThePlatformJudged() throws IOException {
        CustomerMessage message = (CustomerMessage)
                EventFile.read(written(LINES), Flavour.TEXT).next().getData();

        assertThat(message.getSentiment()).isNull();
        assertThat(message.getAmount()).isEqualTo(12.5);
    }

    @Test
    void aFileWithoutConversationsIsRefusedByName() {
        assertThatThrownBy(() -> EventFile.read(written("{}\n"), Flavour.GIVEN))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("events.jsonl");
    }

    private Path written(String lines) throws IOException {
        return Files.writeString(folder.resolve("events.jsonl"), lines);
    }
}

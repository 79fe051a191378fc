// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Short conversations with labels, made up for the tests: 0 goes badly, 1 goes on, 2 goes well. */
public final class MadeUp {

    private static final String[][] CUSTOMER = {
        {
            "No, that is wrong again",
            "This is useless, it still fails",
            "I already told you no",
            "Not what I asked, terrible"
        },
        {"What is the opening time", "I need a table in the centre", "And the price range", "How far is it"},
        {"Great, thank you", "Perfect, that works", "Yes, lovely, book it", "Thanks, that is all"}
    };
    private static final String[][] ASSISTANT = {
        {"Sorry, I could not find it.", "Unfortunately that is not available.", "Sorry, please try again."},
        {"Which area would you like?", "What time is good for you?", "I found 4 options."},
        {"Your table is booked.", "The reservation was successful.", "Done, anything else?"}
    };

    private final List<String> events = new ArrayList<>();
    private final List<String> labels = new ArrayList<>();
    private final Random random;
    private long clock = 1_770_000_000_000L;

    public MadeUp(int conversations, long seed) {
        random = new Random(seed);
        for (int i = 0; i < conversations; i++) {
            conversation("c-" + i);
        }
    }

    public List<String> events() {
        return events;
    }

    public List<String> labels() {
        return labels;
    }

    public Path writeEvents(Path file) throws IOException {
        return Files.write(file, events);
    }

    public Path writeLabels(Path file) throws IOException {
        return Files.write(file, labels);
    }

    private void conversation(String name) {
        int number = 0;
        int last = 1;
        event(name, name + "-" + number++, "conversation.started", "{\"channel\":\"chat\"}");
        int turns = 3 + random.nextInt(3);
        for (int turn = 0; turn < turns; turn++) {
            last = random.nextInt(3);
            // One message in eight says something else than it means: real labels are like that.
            int said = random.nextInt(8) == 0 ? random.nextInt(3) : last;
            say(name, name + "-" + number++, "assistant-reply", ASSISTANT[last]);
            String id = name + "-" + number++;
            say(name, id, "customer-message", CUSTOMER[said]);
            label(id, last);
        }
        String id = name + "-" + number;
        event(name, id, "conversation.closed", "{\"reason\":\"resolved\"}");
        label(id, last);
    }

    private void say(String conversation, String id, String type, String[] choices) {
        String text = choices[random.nextInt(choices.length)];
        event(conversation, id, "conversation." + type, "{\"text\":\"" + text + "\"}");
    }

    private void event(String conversation, String id, String type, String data) {
        clock += 4_000;
        events.add(("{\"specversion\":\"1.0\",\"id\":\"%s\",\"source\":\"made-up\",\"type\":\"%s\",\"subject\":\"%s\","
                        + "\"time\":\"%s\",\"data\":%s}")
                .formatted(id, type, conversation, java.time.Instant.ofEpochMilli(clock), data));
    }

    private void label(String id, int value) {
        labels.add("{\"source\":\"made-up\",\"id\":\"%s\",\"mood\":%d}".formatted(id, value));
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.policy.privacy.Masker;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Texts to try the reading of texts on, all made up: those of the demo, and messages put together from them. */
public final class SampleTexts {

    private static final int LEAST = 90;
    private static final int MOST = 110;
    private static final int MESSAGES = 500;

    private SampleTexts() {}

    /** Every text that a customer or the assistant writes in the demo, in stream order. */
    public static List<String> demo() {
        return demo("");
    }

    /** Messages of 90 to 110 characters that hold no personal data. */
    public static List<String> plain(Masker masker) {
        List<String> customers = demo("conversation.customer-message").stream()
                .filter(text -> !masker.detects(text))
                .toList();
        Random random = new Random(11);
        return IntStream.range(0, MESSAGES)
                .mapToObj(i -> joined(customers, random))
                .toList();
    }

    /** The same messages with something put into their middle. */
    public static List<String> with(List<String> messages, IntFunction<String> middle) {
        return IntStream.range(0, messages.size())
                .mapToObj(i -> {
                    String message = messages.get(i);
                    int at = message.indexOf(' ', message.length() / 3);
                    return message.substring(0, at) + ' ' + middle.apply(i) + message.substring(at);
                })
                .toList();
    }

    private static String joined(List<String> parts, Random random) {
        StringBuilder text = new StringBuilder();
        while (text.length() < LEAST) {
            text.append(text.isEmpty() ? "" : " ").append(parts.get(random.nextInt(parts.size())));
        }
        int end = text.length() <= MOST ? text.length() : text.lastIndexOf(" ", MOST);
        return text.substring(0, end);
    }

    private static List<String> demo(String type) {
        List<String> texts = new ArrayList<>();
        ObjectMapper json = new ObjectMapper();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                SampleTexts.class.getResourceAsStream("/demo/conversations.jsonl"), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode event = json.readTree(line);
                JsonNode text = event.path("data").path("text");
                if (text.isTextual() && event.path("type").asText().contains(type)) {
                    texts.add(text.asText());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return texts;
    }
}

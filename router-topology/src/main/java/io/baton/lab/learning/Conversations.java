// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.baton.lab.RecordedLine;
import io.baton.lab.Recording;
import io.baton.policy.privacy.Masker;
import io.baton.policyfile.DefaultPolicy;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was said in recorded conversations, in the order of the files and their lines, masked as intake masks it.
 *
 * <p>The order is the stream's, not that of the time stamps, so that the scores of the beginning of a file are the beginning of the scores
 * of the file. An event that comes twice counts once.
 *
 * @param said messages and closings
 * @param unreadable lines that are no event
 * @param newest time of the newest event, milliseconds since 1970; 0 where none is dated
 */
public record Conversations(List<Said> said, Findings unreadable, long newest) {

    /** Longest beginning of a text that is masked and looked at, characters. Ten times what a chat message ever needs. */
    private static final int MOST_CHARS = 20_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IOException naming the file that cannot be read */
    public static Conversations read(List<Path> files) throws IOException {
        return of(inFileOrder(files));
    }

    /** The lines of files as they stand there. */
    static List<RecordedLine> inFileOrder(List<Path> files) throws IOException {
        List<String> names = files.stream().map(Path::toString).toList();
        List<RecordedLine> lines = new ArrayList<>(Recording.read(files).lines());
        lines.sort(Comparator.<RecordedLine>comparingInt(line -> names.indexOf(line.file()))
                .thenComparingInt(RecordedLine::number));
        return lines;
    }

    private static Conversations of(List<RecordedLine> lines) {
        Masker masker = new Masker(DefaultPolicy.ruleset().masking());
        List<Said> said = new ArrayList<>();
        Set<EventKey> seen = new HashSet<>();
        Findings unreadable = new Findings();
        long newest = 0;
        for (RecordedLine line : lines) {
            JsonNode event = parse(line);
            EventKey key = event == null ? null : key(event);
            if (event == null || key == null) {
                unreadable.add(line.place());
                continue;
            }
            newest = Math.max(newest, line.at());
            Said.Kind kind = kind(line.type());
            if (kind == null) {
                continue;
            }
            if (line.subject().isEmpty()) {
                unreadable.add(line.place());
            } else if (seen.add(key)) {
                said.add(new Said(key, line.subject(), kind, text(event, kind, masker, line.subject())));
            }
        }
        return new Conversations(said, unreadable, newest);
    }

    static @Nullable JsonNode parse(RecordedLine line) {
        try {
            JsonNode node = JSON.readTree(line.bytes());
            return node != null && node.isObject() ? node : null;
        } catch (JsonProcessingException e) {
            return null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static @Nullable EventKey key(JsonNode line) {
        JsonNode source = line.path("source");
        JsonNode id = line.path("id");
        boolean named = source.isTextual() && id.isTextual() && !id.textValue().isEmpty();
        return named ? new EventKey(source.textValue(), id.textValue()) : null;
    }

    private static Said.@Nullable Kind kind(String type) {
        return switch (type) {
            case "conversation.customer-message" -> Said.Kind.CUSTOMER;
            case "conversation.assistant-reply", "conversation.agent-message" -> Said.Kind.REPLY;
            case "conversation.closed" -> Said.Kind.CLOSED;
            default -> null;
        };
    }

    private static String text(JsonNode event, Said.Kind kind, Masker masker, String conversation) {
        if (kind == Said.Kind.CLOSED) {
            return "";
        }
        String text = event.path("data").path("text").asText("");
        String beginning = text.length() <= MOST_CHARS ? text : text.substring(0, MOST_CHARS);
        return masker.mask(conversation, beginning).text();
    }
}

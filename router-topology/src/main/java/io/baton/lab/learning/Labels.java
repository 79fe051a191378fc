// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import com.fasterxml.jackson.databind.JsonNode;
import io.baton.lab.RecordedLine;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Labels of one name by event, as far as the events are there. Of two labels of one event the later line counts.
 *
 * @param values label by event
 * @param unknown labels of events that are not in the recording
 * @param unsuited labels of events that are never scored, such as replies of the assistant
 * @param unreadable lines without source, id or a whole number of that name
 */
public record Labels(Map<EventKey, Integer> values, Findings unknown, Findings unsuited, Findings unreadable) {

    /**
     * Reads {@code {source,id,NAME:int}} lines.
     *
     * @throws IOException naming the file that cannot be read
     */
    public static Labels read(List<Path> files, String name, Conversations conversations) throws IOException {
        Set<EventKey> scored = new HashSet<>();
        Set<EventKey> known = new HashSet<>();
        for (Said said : conversations.said()) {
            known.add(said.key());
            if (said.scored()) {
                scored.add(said.key());
            }
        }
        Labels labels = new Labels(new HashMap<>(), new Findings(), new Findings(), new Findings());
        for (RecordedLine line : Conversations.inFileOrder(files)) {
            JsonNode node = Conversations.parse(line);
            EventKey key = node == null ? null : Conversations.key(node);
            if (node == null
                    || key == null
                    || !node.path(name).isIntegralNumber()
                    || !node.path(name).canConvertToInt()) {
                labels.unreadable.add(line.place());
            } else if (scored.contains(key)) {
                labels.values.put(key, node.path(name).intValue());
            } else {
                (known.contains(key) ? labels.unsuited : labels.unknown).add(key.source() + "/" + key.id());
            }
        }
        return labels;
    }

    /** Whether any label was left out. */
    public boolean complete() {
        return unknown.count() + unsuited.count() + unreadable.count() == 0;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.replay;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import io.baton.event.IncidentReported;
import io.baton.intake.Spelling;
import io.baton.lab.RecordedLine;
import io.baton.lab.Recording;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.watch.History;
import io.baton.policy.watch.Rushes;
import io.baton.state.AlertStanding;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The rushes of a recording, found before it is replayed: live they are found in one place and told to all tasks as they
 * happen, which tasks of a replay, each at its own moment of the recording, could not wait for. The rule is the same, over the
 * first category that each conversation names.
 */
final class Foresight {

    private static final JsonFactory JSON = new JsonFactory();
    private static final String STARTED = "started";
    private static final long HOUR = 60 * History.MINUTE;

    private final Spelling spelling;
    private final Ruleset rules;
    /** When a conversation began whose category is not known yet; null once it is. */
    private final Map<String, @Nullable Long> begun = new HashMap<>();

    private final History history = new History();

    private Foresight(Ruleset rules) {
        this.rules = rules;
        this.spelling = new Spelling(rules);
    }

    /** Reports of rushes, the earliest first. */
    static List<IncidentReported> rushes(Recording recording, long until, Ruleset rules) {
        if (rules.playbooks().values().stream().allMatch(playbook -> playbook.spike() == null)) {
            return List.of();
        }
        Foresight foresight = new Foresight(rules);
        recording.lines().forEach(foresight::take);
        return foresight.look(Math.floorDiv(recording.start(), History.MINUTE) * History.MINUTE, until);
    }

    private List<IncidentReported> look(long from, long until) {
        List<IncidentReported> reports = new ArrayList<>();
        Map<String, AlertStanding> standings = new TreeMap<>();
        Rushes rushes = new Rushes(rules);
        for (long minute = from; minute <= until; minute += History.MINUTE) {
            for (Rushes.Change change : rushes.look(history, minute, standings)) {
                reports.add(change.report());
            }
        }
        return reports;
    }

    private void take(RecordedLine line) {
        if (!line.dated() || !line.type().startsWith("conversation.")) {
            return;
        }
        String conversation = line.customer() + "\0" + line.subject();
        if (!begun.containsKey(conversation)) {
            begun.put(conversation, line.at());
        }
        Long at = begun.get(conversation);
        String category = at == null ? null : category(line.bytes());
        if (at != null && category != null) {
            begun.put(conversation, null);
            String known = spelling.named(category);
            history.add(known, true, Math.floorDiv(at, History.MINUTE) * History.MINUTE, STARTED, 1, 1, false);
            history.add(known, false, Math.floorDiv(at, HOUR) * HOUR, STARTED, 1, 1, false);
        }
    }

    /** The category that an event names; null where it names none. */
    private static @Nullable String category(byte[] line) {
        try (JsonParser parser = JSON.createParser(line)) {
            int depth = 0;
            boolean inData = false;
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                if (token.isStructStart()) {
                    depth++;
                } else if (token.isStructEnd()) {
                    depth--;
                } else if (token == JsonToken.FIELD_NAME && depth == 1) {
                    inData = parser.currentName().equals("data");
                } else if (token == JsonToken.VALUE_STRING
                        && depth == 2
                        && inData
                        && "category".equals(parser.currentName())) {
                    return parser.getText();
                }
            }
        } catch (IOException e) {
            return null; // intake says what is wrong with it
        }
        return null;
    }
}

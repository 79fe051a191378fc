// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.AssistantCommand;
import io.baton.event.Command;
import io.baton.policyfile.DefaultPolicy;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A rush of one category starts a playbook by itself, and its end ends it. */
class SpikeStoryTest {

    private static final String DOCUMENT = DefaultPolicy.document().replace("\nplaybooks:\n", """

                    playbooks:
                      category-spike:
                        kind: spike
                        spike: {window: 5m, minVolume: 10, factor: 4}
                        templates: {rush: Many customers ask about this., resolved: Thank you for waiting.}
                    """);

    private final Story story = new Story(((Parsed.Valid) PolicyFile.parse(DOCUMENT, "spiky.yaml")).ruleset(), false);
    private int conversations;

    @AfterEach
    void end() {
        story.close();
    }

    @Test
    @Tag("C01")
    @Tag("C06")
    void aRushStartsThePlaybookAndItsEndEndsIt() {
        ordinaryTraffic(20);
        assertThat(story.commands()).isEmpty();

        rush(25);
        story.after(65);
        begin("sync-error", "last");
        story.after(2);
        begin("how-to", "other");
        assertThat(commands("last")).containsExactly(Command.STATUS_MODE);
        assertThat(commands("other")).isEmpty();

        story.after(60);
        assertThat(commands("last")).as("the rush is not over").containsExactly(Command.STATUS_MODE);
        story.conversation("last", "cust-of-last").isResolvedBy("agent");
        story.after(360);
        begin("sync-error", "calm");
        assertThat(commands("calm")).isEmpty();
    }

    @Test
    @Tag("C01")
    void aSteadyFlowAndAFirstWindowAreNoRush() {
        rush(15);
        ordinaryTraffic(10);

        assertThat(story.commands()).extracting(AssistantCommand::getCommand).doesNotContain(Command.STATUS_MODE);
    }

    /** One conversation a minute, solved at once. */
    private void ordinaryTraffic(int minutes) {
        for (int i = 0; i < minutes; i++) {
            String id = "c-" + conversations++;
            begin("sync-error", id);
            story.conversation(id).isResolvedBy("assistant");
            story.after(57);
        }
    }

    private void rush(int count) {
        for (int i = 0; i < count; i++) {
            String id = "c-" + conversations++;
            begin("sync-error", id);
            story.conversation(id).isResolvedBy("agent");
        }
    }

    private void begin(String category, String id) {
        story.conversation(id).starts(category);
        story.after(1);
    }

    private List<Command> commands(String conversation) {
        return story.commands().stream()
                .filter(command -> command.getConversationId().equals(conversation))
                .map(AssistantCommand::getCommand)
                .toList();
    }
}

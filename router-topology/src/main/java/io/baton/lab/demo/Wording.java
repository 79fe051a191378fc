// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.demo;

import io.baton.event.AssistantCommand;
import io.baton.event.ConversationDecision;
import io.baton.event.ConversationOutcome;
import io.baton.event.EscalationRaised;
import io.baton.event.OutcomeState;
import io.baton.event.Owner;
import io.baton.event.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.avro.specific.SpecificRecord;

/** What a record of an output topic means, in words of the people who run a support desk. */
final class Wording {

    private static final int MOST_REASONS = 2;
    private static final String SILENT = "the assistant is silent, a human takes over when the customer writes";

    private Wording() {}

    /** One line without the time; empty where the record says nothing that another line does not say better. */
    static Optional<String> of(SpecificRecord record) {
        if (record instanceof EscalationRaised packet) {
            return Optional.of(line(packet.getConversationId(), handedOver(packet)));
        } else if (record instanceof ConversationDecision decision) {
            return decided(decision).map(text -> line(decision.getConversationId(), text));
        } else if (record instanceof AssistantCommand command) {
            return Optional.of(line(command.getConversationId(), told(command)));
        } else if (record instanceof ConversationOutcome outcome) {
            return Optional.of(line(outcome.getConversationId(), ended(outcome)));
        }
        return Optional.empty();
    }

    private static String line(String conversation, String text) {
        return String.format(Locale.ROOT, "%-9s %s", conversation, text);
    }

    private static String handedOver(EscalationRaised packet) {
        if (packet.getUpdate() != null) {
            return "still waiting in " + packet.getQueue() + " (priority " + packet.getPriority() + "): "
                    + packet.getUpdate();
        }
        String why = packet.getReasons().stream()
                .map(reason -> reason.getText())
                .filter(text -> !text.isBlank())
                .limit(MOST_REASONS)
                .collect(Collectors.joining("; "));
        return "handed over to " + packet.getQueue() + " (priority " + packet.getPriority() + "): "
                + (why.isEmpty() ? packet.getExplanation() : why) + "; mood "
                + packet.getMood().getLabel();
    }

    private static Optional<String> decided(ConversationDecision decision) {
        if (decision.getEscalate() || decision.getOwner() == decision.getPreviousOwner()) {
            return Optional.empty();
        }
        boolean first = decision.getPreviousOwner() == null;
        String tier = " (tier " + decision.getTier()
                + (decision.getCategory() == null ? "" : ", " + decision.getCategory()) + ")";
        return switch (decision.getOwner()) {
            case ASSISTANT -> Optional.of((first ? "the assistant answers" : "back to the assistant") + tier);
            case ASSISTANT_REVIEWED ->
                Optional.of((decision.getPath() == Path.HUMAN ? SILENT : "the assistant drafts, a human sends") + tier);
            case WAITING_FOR_HUMAN -> Optional.of("waits for a human" + tier);
            case HUMAN -> Optional.of("an agent has taken over");
            case RESOLVED, CLOSED -> Optional.empty();
        };
    }

    private static String told(AssistantCommand command) {
        String what = switch (command.getCommand()) {
            case SILENCE -> "assistant told to be silent";
            case DRAFT_ONLY -> "assistant told to write drafts only";
            case STATUS_MODE -> "assistant told to give the incident's status only";
            case RESUME -> "assistant told to answer again";
        };
        if (command.getReason().equals("automation-creep")) {
            return what + ", again: it has answered outside its mandate";
        }
        String text = command.getText();
        return text == null || text.isBlank() ? what : what + " after saying: " + text;
    }

    private static String ended(ConversationOutcome outcome) {
        String by = outcome.getResolvedBy() == null
                ? ""
                : " by the " + outcome.getResolvedBy().name().toLowerCase(Locale.ROOT);
        String rated = outcome.getCsat() == null ? "" : ", customer rates it " + outcome.getCsat() + " of 5";
        String corrected = outcome.getState() == OutcomeState.CORRECTED ? "corrected: " : "";
        return corrected + outcome.getOutcome() + by + ", counted as "
                + outcome.getChannel().name().toLowerCase(Locale.ROOT) + rated;
    }

    /** Whether the record is a decision at all, the first thing a person waits for. */
    static boolean isDecision(SpecificRecord record) {
        return record instanceof ConversationDecision decision && decision.getOwner() != Owner.CLOSED;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import io.baton.event.AgentAvailabilityChanged;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationClosed;
import io.baton.event.CustomerMessage;
import io.baton.event.CustomerProfileUpdated;
import io.baton.event.EscalationReviewed;
import io.baton.event.IncidentReported;
import io.baton.event.QaReviewed;
import io.baton.event.ReplyCorrected;
import io.baton.event.RulesetPublished;
import io.baton.event.SurveyAnswered;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** What the contract says of a field beyond its type: one line a field. */
final class Contract {

    /** Both ends included. */
    record Range(double least, double most) {

        boolean holds(double value) {
            return value >= least && value <= most;
        }

        String sentence() {
            return most == Double.MAX_VALUE
                    ? " must be " + shown(least) + " or more"
                    : " must be " + shown(least) + " to " + shown(most);
        }

        private static String shown(double bound) {
            return bound == Math.rint(bound) ? Long.toString((long) bound) : Double.toString(bound);
        }
    }

    /** Fields that name somebody or something. */
    static final Set<String> IDENTIFIERS = Set.of(
            "id",
            "source",
            "conversationId",
            "customerId",
            "incidentId",
            "queue",
            "agentId",
            "reviewer",
            "replyId",
            "escalationId",
            "basedOnDraft",
            "accountId",
            "dedicatedContact",
            "articles",
            "template",
            "name",
            "version",
            "hash",
            "currency",
            "language",
            "locale");

    /** Texts that were written to be shown: what may be said in an incident, and the policy itself. */
    static final Set<String> PUBLISHED = Set.of("statusText", "document");

    /** Fields that hold sentences or URLs and have the policy's text limit. */
    static final Set<String> PROSE =
            Set.of("text", "comment", "correctedText", "detail", "reason", "page", "statusText");

    private static final Range SHARE = new Range(0, 1);
    private static final Range SCORE = new Range(1, 5);
    private static final Range AT_LEAST_ZERO = new Range(0, Double.MAX_VALUE);

    private static final Map<String, Range> RANGES = new HashMap<>();
    private static final Map<String, List<String>> CHOICES = new HashMap<>();

    static {
        range(CustomerMessage.SCHEMA$, "sentiment", new Range(-1, 1));
        range(CustomerMessage.SCHEMA$, "intentConfidence", SHARE);
        range(CustomerMessage.SCHEMA$, "amount", AT_LEAST_ZERO);
        range(AssistantReply.SCHEMA$, "confidence", SHARE);
        range(SurveyAnswered.SCHEMA$, "csat", SCORE);
        range(SurveyAnswered.SCHEMA$, "effort", new Range(1, 7));
        range(SurveyAnswered.SCHEMA$, "nps", new Range(0, 10));
        range(EscalationReviewed.SCHEMA$, "contextScore", SCORE);
        range(QaReviewed.SCHEMA$, "intentAccuracy", SCORE);
        range(QaReviewed.SCHEMA$, "policyCompliance", SCORE);
        range(QaReviewed.SCHEMA$, "tone", SCORE);
        range(QaReviewed.SCHEMA$, "escalationTiming", SCORE);
        range(CustomerProfileUpdated.SCHEMA$, "annualValue", AT_LEAST_ZERO);
        range(CustomerProfileUpdated.SCHEMA$, "health", new Range(0, 100));
        range(CustomerProfileUpdated.SCHEMA$, "usageChange", new Range(-1, Double.MAX_VALUE));
        range(IncidentReported.SCHEMA$, "share", SHARE);
        range(AgentAvailabilityChanged.SCHEMA$, "online", AT_LEAST_ZERO);
        range(AgentAvailabilityChanged.SCHEMA$, "free", AT_LEAST_ZERO);
        range(RulesetPublished.SCHEMA$, "canaryShare", SHARE);
        choice(ConversationClosed.SCHEMA$, "reason", "resolved", "abandoned", "merged", "spam");
        choice(ReplyCorrected.SCHEMA$, "reason", "inaccurate", "incomplete", "inappropriate");
        choice(EscalationReviewed.SCHEMA$, "verdict", "needed", "not-needed", "too-late");
    }

    private Contract() {}

    static @Nullable Range range(Schema record, String field) {
        return RANGES.get(place(record, field));
    }

    /** What a text may read; empty where it is free. */
    static List<String> choices(Schema record, String field) {
        return CHOICES.getOrDefault(place(record, field), List.of());
    }

    private static void range(Schema record, String field, Range range) {
        RANGES.put(place(record, field), range);
    }

    private static void choice(Schema record, String field, String... choices) {
        CHOICES.put(place(record, field), List.of(choices));
    }

    private static String place(Schema record, String field) {
        return record.getName() + '.' + field;
    }
}

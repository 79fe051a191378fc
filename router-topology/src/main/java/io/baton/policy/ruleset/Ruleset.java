// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import io.baton.policy.signal.Signal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A whole policy, validated and compiled. Immutable; every decision names its version and hash.
 *
 * @param name name of the ruleset, key on the rulesets topic
 * @param version version that the document declares
 * @param hash SHA-256 of the document's bytes, hexadecimal
 * @param categories issue categories by id; always holds {@link #defaultCategory}
 * @param defaultCategory category of conversations that name none, or one the policy does not know
 * @param segments customer segments in order; the first whose condition holds is taken, the last always holds
 * @param signals rule of every signal; a signal that the document leaves out is disabled
 * @param hardTriggers conditions that escalate by themselves, besides signals marked hard
 * @param queues queues by id
 * @param routes ordered rules that choose a queue; the first that holds is taken, the last always holds
 * @param calendars opening hours by id
 * @param ladders what happens when nobody is there, by id
 * @param playbooks what changes in an incident, by id
 * @param scenarios how high-stakes cases are handled outside crises, in order; all that hold apply
 * @param alerts alert rules by id
 * @param messages what customers are told, by reason; always holds {@code default}
 * @param handover what holds while a customer waits for a human
 * @param textModel what reads how customers feel where the platform does not say
 * @param outreach when a product signal is worth a word, in order; the first rule that holds is taken
 */
public record Ruleset(
        String name,
        String version,
        String hash,
        Map<String, CategoryRule> categories,
        String defaultCategory,
        List<SegmentRule> segments,
        Map<Signal, SignalRule> signals,
        EscalationRule escalation,
        List<HardTrigger> hardTriggers,
        Map<String, QueueRule> queues,
        List<RouteRule> routes,
        Map<String, CalendarRule> calendars,
        Map<String, LadderRule> ladders,
        Map<String, PlaybookRule> playbooks,
        List<ScenarioRule> scenarios,
        Map<String, AlertRule> alerts,
        QaRule qa,
        MaskingRule masking,
        RetentionRule retention,
        JourneyRule journey,
        TimingRule timing,
        MoneyRule money,
        PhraseRule phrases,
        Map<String, String> messages,
        HandoverRule handover,
        TextModelRule textModel,
        List<OutreachRule> outreach) {

    /** The category's rule, or that of the default category where the name is null or unknown. */
    public CategoryRule category(@Nullable String id) {
        CategoryRule found = id == null ? null : categories.get(id);
        return found != null ? found : Objects.requireNonNull(categories.get(defaultCategory));
    }

    /** The segment's rule, or the last one where the name is unknown (a segment that a newer policy has dropped). */
    public SegmentRule segment(String id) {
        SegmentRule last = segments.get(segments.size() - 1);
        // Most customers are in the last one, which takes whoever is in no other.
        if (last.id().equals(id)) {
            return last;
        }
        for (int i = 0; i < segments.size(); i++) {
            if (segments.get(i).id().equals(id)) {
                return segments.get(i);
            }
        }
        return last;
    }

    /** The rule of a signal; never null. */
    public SignalRule signal(Signal signal) {
        return Objects.requireNonNull(signals.get(signal));
    }

    /** The text for a reason, or the default text. */
    public String message(String reason) {
        String text = messages.get(reason);
        return text != null ? text : Objects.requireNonNull(messages.get("default"));
    }

    /** The same policy with other categories, under a version that says so; its document and hash stay. */
    public Ruleset with(Map<String, CategoryRule> others, String versionThen) {
        return new Ruleset(
                name,
                versionThen,
                hash,
                others,
                defaultCategory,
                segments,
                signals,
                escalation,
                hardTriggers,
                queues,
                routes,
                calendars,
                ladders,
                playbooks,
                scenarios,
                alerts,
                qa,
                masking,
                retention,
                journey,
                timing,
                money,
                phrases,
                messages,
                handover,
                textModel,
                outreach);
    }
}

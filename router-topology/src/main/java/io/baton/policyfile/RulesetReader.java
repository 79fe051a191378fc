// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.policy.ruleset.AlertRule;
import io.baton.policy.ruleset.CalendarRule;
import io.baton.policy.ruleset.CategoryRule;
import io.baton.policy.ruleset.EscalationRule;
import io.baton.policy.ruleset.HardTrigger;
import io.baton.policy.ruleset.LadderRule;
import io.baton.policy.ruleset.PlaybookRule;
import io.baton.policy.ruleset.QueueRule;
import io.baton.policy.ruleset.RetentionRule;
import io.baton.policy.ruleset.RouteRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SegmentRule;
import io.baton.policy.ruleset.SignalRule;
import io.baton.policy.signal.Signal;
import io.baton.yaml.Mapping;
import io.baton.yaml.Scalars;
import io.baton.yaml.Value;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The table of contents of a policy document: which sections there are, and who reads them. */
final class RulesetReader {

    private final Mapping root;
    private final Declared declared;

    RulesetReader(Mapping root) {
        this.root = root;
        this.declared = Declared.in(root);
    }

    Ruleset read(String hash) {
        String name = Scalars.id(root.required("name"));
        String version = Scalars.text(root.required("version"));
        Map<String, CategoryRule> categories = new CategoryReader(declared).read(filled("categories"));
        String defaultCategory = root.required("defaultCategory").oneOf("category", declared.categories(), "");
        Map<Signal, SignalRule> signals = new SignalReader(declared).read(filled("signals"));
        EscalationRule escalation = EscalationReader.read(root.required("escalation"), signals, declared);
        List<SegmentRule> segments = new SegmentReader(declared, signals, escalation).read(filled("segments"));
        List<HardTrigger> hardTriggers = new HardTriggerReader(declared).read(root.optional("hardTriggers"));
        Map<String, QueueRule> queues = new QueueReader(declared).queues(filled("queues"));
        List<RouteRule> routes = new QueueReader(declared).routes(filled("routes"));
        Map<String, LadderRule> ladders = new LadderReader(declared, queues).read(root.optional("ladders"));
        Map<String, CalendarRule> calendars = CalendarReader.read(root.optional("calendars"));
        Map<String, PlaybookRule> playbooks = new PlaybookReader(declared).read(root.optional("playbooks"));
        RetentionRule retention = OperationReader.retention(root.optional("retention"));
        Map<String, AlertRule> alerts = OperationReader.alerts(root.optional("alerts"));
        return new Ruleset(
                name,
                version,
                hash,
                categories,
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
                new PlaybookReader(declared).scenarios(root.optional("scenarios")),
                alerts,
                OperationReader.qa(root.optional("qa"), declared),
                MaskingReader.read(root.optional("masking")),
                retention,
                JourneyReader.read(root.optional("journey"), retention),
                OperationReader.timing(root.optional("timing"), declared),
                MoneyReader.read(root.optional("money")),
                PhraseReader.read(root.optional("phrases")),
                messages(root.required("messages")),
                HandoverReader.read(root.optional("handover")),
                TextModelReader.read(root.optional("textModel")),
                new OutreachReader(declared).read(root.optional("outreach")));
    }

    /** A section that must be there and hold something. */
    private Value filled(String section) {
        Value value = root.required(section);
        if (value.given() && value.isCollection() && value.size() == 0) {
            value.fail("must hold at least one");
        }
        return value;
    }

    private Map<String, String> messages(Value section) {
        Set<String> reasons = declared.reasons();
        Map<String, String> messages = section.each(entry -> {
            entry.key().oneOf("reason", reasons, "");
            return Scalars.text(entry.value());
        });
        if (section.given() && !messages.containsKey("default")) {
            section.fail("must hold a text for 'default'");
        }
        return messages;
    }
}

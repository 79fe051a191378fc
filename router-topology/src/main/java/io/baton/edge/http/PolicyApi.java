// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.edge.http.board.Board;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policy.ruleset.SignalRule;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyChanges;
import io.baton.policyfile.PolicyFile;
import io.baton.topology.Editions.Edition;
import io.baton.topology.Editions.Fate;
import io.baton.topology.Rulebook;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.LongSupplier;

/** The policy in force, where it came from, what outcomes propose, and whether another document would do. */
final class PolicyApi {

    private static final String PASTED = "policy.yaml";

    private final Rulebook rulebook;
    private final Board board;
    private final LongSupplier clock;

    PolicyApi(Rulebook rulebook, Board board, LongSupplier clock) {
        this.rulebook = rulebook;
        this.board = board;
        this.clock = clock;
    }

    /** In force, what it changed, every edition heard of, and the proposals. */
    Reply policy(Exchange exchange) {
        List<Edition> editions = rulebook.editions().all();
        Ruleset live = rulebook.ruleset();
        ObjectNode body = JsonNodeFactory.instance.objectNode().put("now", clock.getAsLong());
        ObjectNode inForce = body.putObject("inForce");
        summary(inForce, live);
        Optional<Edition> edition = find(editions, live.hash());
        edition.ifPresent(found -> when(inForce, found));
        before(editions, live.hash()).ifPresent(earlier -> {
            ObjectNode before = body.putObject("before");
            before.put("name", earlier.name()).put("version", earlier.version()).put("hash", earlier.hash());
            when(before, earlier);
            changes(
                    before.putArray("changes"),
                    earlier.document(),
                    edition.map(Edition::document).orElse(""));
        });
        ArrayNode all = body.putArray("editions");
        editions.forEach(found -> edition(all.addObject(), found, live.hash()));
        NoticesApi.list(body.putArray("proposals"), board.notices().proposals());
        return Reply.json(body);
    }

    /** The document of an edition. */
    Reply document(Exchange exchange) {
        String hash = exchange.segment(4);
        return rulebook.editions().all().stream()
                .filter(edition -> edition.hash().equals(hash))
                .filter(edition -> !edition.document().isEmpty())
                .findFirst()
                .map(edition -> Reply.json(JsonNodeFactory.instance
                        .objectNode()
                        .put("name", edition.name())
                        .put("version", edition.version())
                        .put("hash", edition.hash())
                        .put("document", edition.document())))
                .orElseThrow(() -> Problem.notFound("no policy of this hash has been heard of here"));
    }

    /** Everything that is wrong with a document, or what it would change. Nothing is kept of it. */
    Reply validate(Exchange exchange) {
        String document = exchange.body().path("document").asText("");
        if (document.isBlank()) {
            throw Problem.badRequest("document: is missing; send the YAML of a policy as a text");
        }
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        Parsed parsed = PolicyFile.parse(document, PASTED);
        body.put("valid", parsed instanceof Parsed.Valid);
        ArrayNode problems = body.putArray("problems");
        if (parsed instanceof Parsed.Invalid invalid) {
            invalid.problems()
                    .forEach(problem -> problems.addObject()
                            .put("line", problem.line())
                            .put("column", problem.column())
                            .put("path", problem.path())
                            .put("message", problem.message()));
            return Reply.json(body);
        }
        summary(body.putObject("policy"), ((Parsed.Valid) parsed).ruleset());
        find(rulebook.editions().all(), rulebook.ruleset().hash())
                .filter(live -> !live.document().isEmpty())
                .ifPresent(live -> changes(body.putArray("changes"), live.document(), document));
        return Reply.json(body);
    }

    private static Optional<Edition> find(List<Edition> editions, String hash) {
        return editions.stream()
                .filter(edition -> edition.hash().equals(hash))
                .filter(edition -> edition.fate() == Fate.TAKEN)
                .findFirst();
    }

    /** The one that decided before the one of this hash. */
    private static Optional<Edition> before(List<Edition> editions, String hash) {
        return editions.stream()
                .filter(edition ->
                        edition.fate() == Fate.TAKEN && !edition.hash().equals(hash))
                .findFirst();
    }

    private static void changes(ArrayNode into, String earlier, String later) {
        if (earlier.isEmpty() || later.isEmpty()) {
            return;
        }
        PolicyChanges.between(earlier, later)
                .forEach(change -> into.addObject()
                        .put("path", change.path())
                        .put("from", change.from())
                        .put("to", change.to()));
    }

    private static void edition(ObjectNode into, Edition edition, String live) {
        boolean decides = edition.fate() == Fate.TAKEN && edition.hash().equals(live);
        into.put("name", edition.name())
                .put("version", edition.version())
                .put("hash", edition.hash())
                .put("state", edition.state().name().toLowerCase(Locale.ROOT))
                .put("fate", decides ? "in-force" : edition.fate().name().toLowerCase(Locale.ROOT));
        when(into, edition);
        ArrayNode refusal = into.putArray("refusal");
        edition.refusal().forEach(refusal::add);
    }

    private static void when(ObjectNode into, Edition edition) {
        if (edition.publishedAt() != null) {
            into.put("publishedAt", edition.publishedAt().toEpochMilli());
        }
    }

    private static void summary(ObjectNode into, Ruleset policy) {
        into.put("name", policy.name())
                .put("version", policy.version())
                .put("hash", policy.hash())
                .put("categories", policy.categories().size())
                .put("segments", policy.segments().size())
                .put(
                        "signals",
                        policy.signals().values().stream()
                                .filter(SignalRule::enabled)
                                .count())
                .put("hardTriggers", policy.hardTriggers().size())
                .put("queues", policy.queues().size())
                .put("ladders", policy.ladders().size())
                .put("playbooks", policy.playbooks().size())
                .put("alerts", policy.alerts().size());
    }
}

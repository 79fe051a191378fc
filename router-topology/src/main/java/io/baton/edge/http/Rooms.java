// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.config.HttpLayout;
import io.baton.edge.http.board.Board;
import io.baton.edge.http.board.BoardReader;
import io.baton.edge.http.board.Case;
import io.baton.query.Answers;
import io.baton.query.StateQueries;
import io.baton.runtime.StreamsSettings;
import java.util.List;
import java.util.Optional;

/** The table of addresses and who answers at each. */
final class Rooms implements AutoCloseable {

    private static final double REQUESTS_PER_SECOND = 50;
    private static final double REQUESTS_AT_ONCE = 400;

    private final Console.Shown shown;
    private final Board board;
    private final BoardReader reader;
    private final MetersPage meters;
    private final InboxApi inbox;
    private final FiguresApi figures;
    private final NoticesApi notices;
    private final PolicyApi policy;
    private final TopologyApi topology;
    private final ActionsApi actions;
    private final Health health;
    private final StateQueries queries;
    private final StateApi state;
    private final LineApi lines;

    Rooms(Console.Shown shown, Board board, BoardReader reader, Live live, MetersPage meters) {
        this.shown = shown;
        this.board = board;
        this.reader = reader;
        this.meters = meters;
        this.inbox = new InboxApi(board, shown.clock(), shown::queues);
        this.figures = new FiguresApi(board, shown.clock(), shown.rulebook()::ruleset, inbox::reasons);
        this.notices = new NoticesApi(board, shown.clock());
        this.policy = new PolicyApi(shown.rulebook(), board, shown.clock());
        this.topology =
                new TopologyApi(shown.topology().describe(), shown.process().streams(), System::nanoTime);
        this.actions = new ActionsApi(
                board,
                new EventWriter(
                        ClientSettings.producer(shown.config()),
                        shown.config().topics().names()),
                shown.clock());
        this.health = new Health(
                () -> shown.process().streams().state(),
                () -> shown.process().streams().metrics(),
                reader::isCaughtUp,
                System::nanoTime);
        queries = new StateQueries(
                shown.process().streams(),
                shown.config().state().layout(),
                shown.config().topics().partitions(),
                StreamsSettings.sessionMillis(shown.config()));
        Answers answers = new Answers(queries, shown.rulebook());
        Peers peers = new Peers(shown.config().applicationServer());
        this.state = new StateApi(queries, answers, peers, board, shown.clock());
        this.lines = new LineApi(queries, answers, peers, shown::queues, shown.clock());
    }

    /** Every address of the interface; the document in the page's folder says the same, and a test compares the two. */
    List<Route> routes() {
        return List.of(
                new Route("GET", "/healthz/live", null, health::live),
                new Route("GET", "/healthz/ready", null, health::ready),
                new Route("GET", "/metrics", null, meters::scrape),
                new Route("GET", "/api/v1/me", Role.VIEWER, this::me),
                new Route("GET", Live.PATTERN, Role.VIEWER, exchange -> {
                    throw Problem.failed();
                }),
                new Route("GET", "/api/v1/inbox", Role.VIEWER, whenRead(inbox::inbox)),
                new Route("GET", "/api/v1/conversations", Role.VIEWER, whenRead(inbox::latest)),
                new Route("GET", "/api/v1/conversations/{conversationId}", Role.AGENT, whenRead(this::conversation)),
                new Route("GET", "/api/v1/state/conversations/{conversationId}", Role.AGENT, state::conversation),
                new Route("GET", "/api/v1/state/conversations/{conversationId}/why", Role.AGENT, state::why),
                new Route("GET", "/api/v1/state/customers/{customerId}", Role.AGENT, state::customer),
                new Route("GET", "/api/v1/state/queues/{queue}", Role.VIEWER, lines::line),
                new Route("POST", "/api/v1/escalations/{escalationId}/{action}", Role.AGENT, whenRead(actions::act)),
                new Route("GET", "/api/v1/figures", Role.VIEWER, whenRead(figures::figures)),
                new Route("GET", "/api/v1/measures", Role.VIEWER, figures::definitions),
                new Route("GET", "/api/v1/alerts", Role.VIEWER, whenRead(notices::alerts)),
                new Route("GET", "/api/v1/policy", Role.VIEWER, whenRead(policy::policy)),
                new Route("GET", "/api/v1/policy/editions/{hash}", Role.VIEWER, policy::document),
                new Route("POST", "/api/v1/policy/validation", Role.VIEWER, policy::validate),
                new Route("GET", "/api/v1/topology", Role.VIEWER, topology::topology));
    }

    Gate gate() {
        RateLimit limit = new RateLimit(REQUESTS_PER_SECOND, REQUESTS_AT_ONCE, System::nanoTime);
        HttpLayout http = shown.config().http();
        Optional<Access> people = http.passwordFile().map(file -> PasswordFile.read(file, System::nanoTime));
        Optional<Access> access = people.or(() -> http.tokens().map(rule -> new TokenAccess(rule, System::nanoTime)));
        return new Gate(access.orElse(Access.LOCAL), limit, access.isEmpty());
    }

    ObjectNode row(String conversationId) {
        return inbox.row(conversationId);
    }

    private Route.Answer whenRead(Route.Answer answer) {
        return exchange -> {
            if (!reader.isCaughtUp()) {
                throw Problem.notYet("the console is still reading what was written before it was started");
            }
            return answer.to(exchange);
        };
    }

    private Reply me(Exchange exchange) {
        return Reply.json(JsonNodeFactory.instance
                .objectNode()
                .put("name", exchange.identity().name())
                .put("role", exchange.identity().role().text())
                .put("note", shown.note())
                .put("now", shown.clock().getAsLong()));
    }

    private Reply conversation(Exchange exchange) {
        String id = exchange.segment(3);
        Case found =
                board.find(id).orElseThrow(() -> Problem.notFound("no conversation of this id was decided on lately"));
        Audit.reveal(exchange, "conversation", id);
        return Reply.json(inbox.conversation(found));
    }

    @Override
    public void close() {
        actions.close();
        queries.close();
    }
}

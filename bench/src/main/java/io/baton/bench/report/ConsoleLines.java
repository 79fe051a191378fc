// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.report;

import io.baton.bench.latency.ConsoleCost;
import io.baton.bench.measure.Statistics;
import java.util.List;

/** What viewers cost and how long they wait, for people: the one finding that takes four lines. */
final class ConsoleLines {

    private ConsoleLines() {}

    static List<String> of(ConsoleCost console) {
        ConsoleCost.Questions questions = console.questions();
        ConsoleCost.Inbox inbox = console.inbox();
        return List.of(
                Table.line(
                        "consoleRatio       %.3f (%.3f to %.3f) of the cost with %d viewers, at %,d events/s   %s",
                        console.ratio(),
                        console.range().least(),
                        console.range().most(),
                        console.viewers(),
                        console.eventsPerSecond(),
                        console.verdict()),
                Table.line(
                        "                   %.1f µs an event without them; they take %.0f ms a second (%.0f to %.0f); jit %.0f %%; %s; %,d behind",
                        Statistics.median(console.alone()),
                        console.millisASecond(console.ratio()),
                        console.millisASecond(console.range().least()),
                        console.millisASecond(console.range().most()),
                        console.compiling() * 100,
                        console.warmth().told(),
                        console.behind()),
                Table.line(
                        "consoleQuestion    p50 %.1f ms, p99 %.1f ms of %,d conversations asked for by id, after %,d that do not count",
                        questions.p50(), questions.p99(), questions.count(), questions.before()),
                Table.line(
                        "consoleInbox       p50 %.1f ms, at most %.1f ms until %,d open escalations were there (%,d kB)",
                        inbox.p50(), inbox.most(), inbox.open(), inbox.bytes() / 1_000));
    }
}

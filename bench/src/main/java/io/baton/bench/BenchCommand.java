// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench;

import io.baton.bench.cluster.FlinkModule;
import io.baton.bench.report.Findings;
import io.baton.bench.report.JsonReport;
import io.baton.bench.report.Screen;
import io.baton.bench.report.Table;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The command line of the bench. */
@Command(
        name = "baton bench",
        sortOptions = false,
        description = {
            "",
            "Measures what the router costs on this machine, against what else could be done with the same events: passing"
                    + " them through untouched, and what a team would write in an afternoon.",
            "",
            "What is compared is processor time an event, of the program and the broker together, as the operating system"
                    + " accounts it: unlike events a second it says the same on a machine that does other things as well."
                    + " All programs get the same events, the same heap, garbage collector and client settings, unless"
                    + " their name says otherwise.",
            "",
            "Each program is started once, in a process of its own (routerGiven and routerText are one, which gets slices of"
                    + " both kinds), and warmed up slice by slice until its compilers and the broker's take less than 5 %% of"
                    + " their processor time, or for as long as --warm-up says; then all get slices in turn. Column jit tells"
                    + " what they took while it counted, and it does count. Whoever writes"
                    + " other escalations than the rest, lets a customer wait who asks for a human, or loses a conversation"
                    + " from the figures, has not done the work: then no number is printed at all.",
            "",
            "A ratio is the baseline's cost by the router's: 1 is as cheap, 0.5 costs twice as much, 8 an eighth. Nothing"
                    + " else should run on the machine; where the baseline varies by more than 1.3x, or"
                    + " compilers take more than 10 %%, there is no verdict.",
            ""
        },
        footer = {
            "",
            "Variants:",
            "  floor                Kafka Streams that reads and writes nothing",
            "  passthroughDefault   bytes in, bytes out, settings as they come",
            "  passthroughTuned     the same with the router's own tuning",
            "  idiomatic            aggregate() and a windowed count, tuned the same, on RocksDB",
            "  routerGiven          the router, everything on; the platform supplies sentiment and confidence",
            "  routerText           the router, everything on; it scores every message itself",
            "  routerRocksdb        routerGiven with its state on RocksDB",
            "  passthroughDefaultText, passthroughTunedText, idiomaticText: the same over the events of routerText",
            "",
            "Cases, each against routerGiven:",
            "  policy               routerPolicy: 200 categories, 20 segments and 60 conditions",
            "  refused              routerRefused: one more record in a hundred, which must be refused",
            "  instances            routerTwo: two processes that share the work",
            "  hotkey               latency of all others where half of the load is on one customer",
            "  console              what 200 onlookers cost, and how long answers take meanwhile; not against routerGiven",
            "  metrics              what a day of 10,000,000 turns leaves on the topics of figures; not against routerGiven",
            "  growth               2,000,000 open conversations against 50,000",
            "",
            "On another framework, beside routerGiven and idiomatic, and only where it is named:",
            "  flinkHashMap         the rule of idiomatic on Apache Flink, small state on the heap; also flink",
            "  flinkTranscript      the same with what was said in its state, so that hand-overs are those of idiomatic",
            "                       needs, once: " + FlinkModule.BUILD,
            "",
            "Examples:",
            "  ./baton bench --quick                                  a first answer, about four minutes",
            "  ./baton bench --json bench.json                        everything; an hour or more",
            "  ./baton bench --only passthroughTuned,routerGiven --rounds 3",
            "  ./baton bench --only flink                             Flink against the router",
            "  ./baton bench --only latency                           latency alone",
            "  ./baton bench --only routerText --rounds 1 --router-jvm"
                    + " -XX:StartFlightRecording=filename=router.jfr,settings=profile",
            "",
            "Exit status: 0 done, 1 failed or the runs disagree, 2 wrong usage."
        })
@SuppressWarnings("UnusedVariable") // picocli acts on --help itself
final class BenchCommand implements Callable<Integer> {

    private static final String STDOUT = "-";

    @Mixin
    private Asked asked;

    @Option(
            names = "--json",
            arity = "0..1",
            fallbackValue = STDOUT,
            paramLabel = "FILE",
            description = "JSON with every round, to standard output instead of the table, or to a file besides it.")
    private @Nullable String json;

    @Option(names = "--debug", description = "Show stack traces of failures.")
    private boolean debug;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            description = "Show this help.")
    private boolean help;

    @Spec
    private CommandSpec spec;

    boolean debug() {
        return debug;
    }

    @Override
    public Integer call() throws InterruptedException, IOException {
        Options options = asked.options();
        Findings findings = new Session(
                        options,
                        asked.asked(options),
                        new Screen(spec.commandLine().getErr()))
                .run();
        PrintWriter out = spec.commandLine().getOut();
        String text = new JsonReport(findings).text();
        if (STDOUT.equals(json)) {
            out.println(text);
        } else {
            Table.of(findings).forEach(out::println);
        }
        out.flush();
        if (json != null && !STDOUT.equals(json)) {
            Files.writeString(Path.of(json), text + "\n", StandardCharsets.UTF_8);
        }
        return 0;
    }
}

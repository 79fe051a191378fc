// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.lab.replay.Order;
import io.baton.lab.replay.Replay;
import io.baton.lab.replay.Report;
import io.baton.runtime.ChosenPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** See {@link Replay}. */
@Command(
        name = "replay",
        sortOptions = false,
        description = {
            "Runs recorded conversations through the router and writes every output topic to DIR/<topic>.jsonl. Time is"
                    + " taken from the events: the same events and policy give the same bytes, however the events are"
                    + " shuffled, split over files or repeated. Needs no Kafka.",
            ""
        },
        footer = {
            "",
            "A line that is no event is named on standard error and kept in the dead letters; the run goes on.",
            "",
            "Examples:",
            "  ./baton replay events.jsonl.gz --out results",
            "  ./baton replay monday.jsonl tuesday.jsonl --out results --policy mine.yaml",
            "  ./baton replay events.jsonl --out results --force --settle 8d    until outcomes are durable"
        })
final class ReplayCommand implements Callable<Integer> {

    @Parameters(
            arity = "1..*",
            paramLabel = "FILE",
            description = "Recordings: CloudEvents JSON, one a line (.jsonl, .jsonl.gz).")
    private List<Path> files;

    @Option(names = "--out", paramLabel = "DIR", required = true, description = "Folder for the output; is made.")
    private Path out;

    @Option(names = "--force", description = "Replace output that is in the folder already.")
    private boolean force;

    @Option(names = "--policy", paramLabel = "FILE", description = "Policy; default the built-in one.")
    private @Nullable Path policy;

    @Option(
            names = "--text-model",
            paramLabel = "FILE",
            description = "Text model that the policy means by textModel.use: file, made by ./baton learn.")
    private @Nullable Path textModel;

    @Option(
            names = "--settle",
            paramLabel = "DURATION",
            defaultValue = "15m",
            converter = DurationText.class,
            description = "How long event time runs on at the end, so that timers and windows finish; default"
                    + " ${DEFAULT-VALUE}, 8d makes outcomes durable.")
    private Duration settle;

    @Option(
            names = "--decisions",
            paramLabel = "WHICH",
            defaultValue = "changes",
            description = "`changes` of path, tier or owner (default), or `all` with each \"no\".")
    private Decisions decisions;

    @Option(names = "--strict", description = "End with status 1 where any record was refused.")
    private boolean strict;

    @Spec
    private CommandSpec spec;

    /** Which decisions are written. */
    enum Decisions {
        CHANGES,
        ALL
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Quiet.kafka();
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new MisuseException("FILE: no readable file: " + file);
            }
        }
        ChosenPolicy chosen = ChosenPolicy.of(Optional.ofNullable(policy), Optional.ofNullable(textModel));
        OutFolder.prepare(out, force);
        PrintWriter err = spec.commandLine().getErr();
        TerminalProgress progress = new TerminalProgress(err);
        Report report;
        try {
            report = new Replay(new Order(files, out, settle, chosen, decisions == Decisions.ALL), progress::at).run();
        } finally {
            progress.end();
        }
        report.refused().forEach(err::println);
        err.flush();
        PrintWriter output = spec.commandLine().getOut();
        report.lines().forEach(output::println);
        output.flush();
        return strict && !report.refused().isEmpty() ? Endings.FAILED : Endings.DONE;
    }
}

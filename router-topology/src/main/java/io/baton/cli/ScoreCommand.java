// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.lab.learning.Conversations;
import io.baton.lab.learning.ScoreFile;
import io.baton.modelfile.ModelFile;
import io.baton.modelfile.StoredModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** See {@link ScoreFile}. */
@Command(
        name = "score",
        sortOptions = false,
        description = {
            "Scores recorded conversations with a text model: one JSON line for each customer message and each closing, in"
                    + " stream order, each knowing nothing of what comes later. Needs no Kafka.",
            ""
        },
        footer = {
            "",
            "A line: {\"source\":…,\"id\":…,\"conversation\":…,\"class\":int,\"probabilities\":[…]}, one probability a"
                    + " class, lowest class first. A message of the customer has \"risk\" too, 0 to 1: what the alert goes by.",
            "A line that is no event is named on standard error; the run goes on.",
            "",
            "Example:",
            "  ./baton score --events events.jsonl.gz --model model.json --out scores.jsonl"
        })
final class ScoreCommand implements Callable<Integer> {

    @Option(
            names = "--events",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "Recordings: CloudEvents JSON, one a line (.jsonl, .jsonl.gz), in stream order.")
    private List<Path> events;

    @Option(names = "--model", paramLabel = "MODEL", required = true, description = "What ./baton learn has written.")
    private Path model;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "File for the scores; is replaced.")
    private Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        LabelledInput.require("--model", List.of(model));
        LabelledInput.require("--events", events);
        LabelledInput.requireWritable(out);
        StoredModel stored = ModelFile.read(model);
        LabelledInput.sayOtherWords(stored, model, spec.commandLine().getErr());
        Conversations recorded = Conversations.read(events);
        LabelledInput.sayUnreadable(recorded, spec.commandLine().getErr());
        long count = ScoreFile.write(recorded, stored, out);
        PrintWriter to = spec.commandLine().getOut();
        to.printf(
                Locale.ROOT,
                "scored %,d events with a model of %s%n",
                count,
                stored.card().label());
        to.flush();
        return Endings.DONE;
    }
}

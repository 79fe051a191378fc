// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.lab.learning.Encoders;
import io.baton.lab.learning.Training;
import io.baton.modelfile.ModelFile;
import io.baton.modelfile.StoredModel;
import io.baton.policy.learning.Encoder;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** See {@link Training}. */
@Command(
        name = "learn",
        sortOptions = false,
        description = {
            "Fits a text model to labelled conversations and writes it as one JSON file with its training card. Needs no"
                    + " Kafka. The same input and seed give the same bytes.",
            ""
        },
        footer = {
            "",
            "A label is a line {\"source\":…,\"id\":…,NAME:int} that names a customer message or the closing of a"
                    + " conversation; the lowest class is the worst. At least 10 labels a class are needed.",
            "What is chosen is chosen by cross-validation, with whole conversations held back.",
            "",
            "Examples:",
            "  ./baton learn --events events.jsonl.gz --labels labels.jsonl.gz --label satisfaction --out model.json",
            "  ./baton learn --events a.jsonl b.jsonl --labels labels.jsonl --label mood --out model.json --strict"
        })
final class LearnCommand implements Callable<Integer> {

    @Option(
            names = "--events",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "Recordings: CloudEvents JSON, one a line (.jsonl, .jsonl.gz), in stream order.")
    private List<Path> events;

    @Option(
            names = "--labels",
            paramLabel = "FILE",
            arity = "1..*",
            required = true,
            description = "Labels, one JSON object a line (.jsonl, .jsonl.gz).")
    private List<Path> labels;

    @Option(names = "--label", paramLabel = "NAME", required = true, description = "Which field of a label to learn.")
    private String name;

    @Option(names = "--out", paramLabel = "MODEL", required = true, description = "File for the model; is replaced.")
    private Path out;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the cross-validation's parts; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(
            names = "--embeddings",
            description =
                    "Learn a second tier too, sentence embeddings for the messages that the model is unsure of. A module of"
                            + " its own, 130 MB, is needed for it, here and for scoring.")
    private boolean embeddings;

    @Option(names = "--strict", description = "End with status 1, and without a model, where any line was left out.")
    private boolean strict;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        LabelledInput.requireWritable(out);
        Encoder encoder = embeddings ? encoder() : null;
        LabelledInput input = LabelledInput.read(events, labels, name, err);
        if (strict && !input.complete()) {
            err.println("baton: --strict: nothing learned");
            err.flush();
            return Endings.FAILED;
        }
        StoredModel stored;
        try {
            stored = Training.learn(input.recorded(), input.labels(), name, seed, encoder, step -> {
                err.println(step + " ...");
                err.flush();
            });
        } catch (Training.TooFewLabelsException e) {
            throw new IllegalStateException(e.getMessage(), e);
        }
        ModelFile.write(stored, out);
        tell(stored, spec.commandLine().getOut());
        return Endings.DONE;
    }

    private static Encoder encoder() {
        return Encoders.find().orElseThrow(() -> new MisuseException("--embeddings: " + Encoders.CURE));
    }

    private void tell(StoredModel stored, PrintWriter to) throws IOException {
        to.printf(
                Locale.ROOT,
                "learned %s from %,d conversations, labels a class: %s%n",
                name,
                stored.card().conversations(),
                stored.card().labels());
        to.println("held back in cross-validation:");
        stored.card()
                .crossValidation()
                .forEach((figure, value) -> to.printf(Locale.ROOT, "  %-27s %6.3f%n", figure, value));
        to.printf(Locale.ROOT, "wrote %s, %,d bytes%n", out, Files.size(out));
        to.flush();
    }
}

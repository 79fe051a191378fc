// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.lab.learning.Evaluation;
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

/** See {@link Evaluation}. */
@Command(
        name = "evaluate",
        sortOptions = false,
        description = {
            "Measures a text model on labelled conversations: each figure with a 95 %% interval, drawn by conversation."
                    + " Needs no Kafka. Give it conversations that the model was not learned from.",
            ""
        },
        footer = {
            "",
            "On-time recall: the share of the messages of the lowest class for which the conversation's one alert came at"
                    + " most one customer message before or after. The alert's threshold is the model's, set when it was"
                    + " learned so that at most 10 %% of the conversations got an alert that was on time for none;"
                    + " false escalations says how many did here.",
            "",
            "Example:",
            "  ./baton evaluate --events test.jsonl.gz --labels test.labels.jsonl.gz --label satisfaction --model model.json"
        })
final class EvaluateCommand implements Callable<Integer> {

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

    @Option(names = "--label", paramLabel = "NAME", required = true, description = "Which field of a label to compare.")
    private String name;

    @Option(names = "--model", paramLabel = "MODEL", required = true, description = "What ./baton learn has written.")
    private Path model;

    @Option(names = "--json", description = "Print one JSON object instead of a table.")
    private boolean json;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "1",
            description = "Seed of the draws behind the intervals; default ${DEFAULT-VALUE}.")
    private long seed;

    @Option(names = "--strict", description = "End with status 1 where any line was left out.")
    private boolean strict;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        LabelledInput.require("--model", List.of(model));
        PrintWriter err = spec.commandLine().getErr();
        StoredModel stored = ModelFile.read(model);
        LabelledInput.sayOtherWords(stored, model, spec.commandLine().getErr());
        LabelledInput input = LabelledInput.read(events, labels, name, err);
        Evaluation evaluation = Evaluation.of(input.recorded(), input.labels(), stored, seed);
        if (evaluation.unknownClasses() > 0) {
            err.println(
                    "baton: left out labels of classes that the model does not have: " + evaluation.unknownClasses());
            err.flush();
        }
        PrintWriter to = spec.commandLine().getOut();
        if (json) {
            to.println(asJson(evaluation));
        } else {
            table(evaluation, to);
        }
        to.flush();
        boolean complete = input.complete() && evaluation.unknownClasses() == 0;
        return strict && !complete ? Endings.FAILED : Endings.DONE;
    }

    private static void table(Evaluation evaluation, PrintWriter to) {
        to.printf(
                Locale.ROOT,
                "%,d labels of %,d conversations%n%n%-20s %7s   95 %% interval%n",
                evaluation.labels(),
                evaluation.conversations(),
                "",
                "value");
        evaluation
                .figures()
                .forEach((figure, one) -> to.printf(
                        Locale.ROOT, "%-20s %7.3f   %.3f to %.3f%n", figure, one.value(), one.low(), one.high()));
        to.println();
        to.println(evaluation.alerts());
    }

    private static String asJson(Evaluation evaluation) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode top = mapper.createObjectNode();
        top.put("labels", evaluation.labels()).put("conversations", evaluation.conversations());
        ObjectNode figures = top.putObject("figures");
        evaluation.figures().forEach((figure, one) -> {
            ObjectNode node = figures.putObject(figure);
            put(node, "value", one.value());
            put(node, "low", one.low());
            put(node, "high", one.high());
        });
        return mapper.writeValueAsString(top);
    }

    /** JSON has no NaN: a figure that cannot be computed is null. */
    private static void put(ObjectNode node, String field, double value) {
        if (Double.isNaN(value)) {
            node.putNull(field);
        } else {
            node.put(field, value);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.lab.Recording;
import io.baton.lab.explain.Explanation;
import io.baton.runtime.ChosenPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** See {@link Explanation}. */
@Command(
        name = "explain",
        sortOptions = false,
        description = {
            "Tells one recorded conversation turn by turn: what was said, then path, tier, holder, the rule that fired, the"
                    + " signals with what each adds to the score, and the smallest change that would have turned it. Also"
                    + " for turns at which nothing was decided (\"stays\").",
            "",
            "What the recording says of the customer besides, and of incidents, is taken into account: profiles, earlier"
                    + " conversations, consent.",
            ""
        },
        footer = {
            "",
            "How to read a turn:",
            "  09:05:36  customer   I tried that already!",
            "            => HANDED OVER, HUMAN, tier 1, waiting for human  [rule score, segment self-service, ...]",
            "               A human takes over because ...                 why",
            "               score 1.03 of 1.00, 3 of 2 aligned; repeated-suggestion 2 (limit 1) +0.60, ...",
            "               With a threshold of 1.04 instead of 1 ...      what would have turned it",
            "",
            "Texts are shown as they stand in the file; the router itself sees them masked.",
            "",
            "Examples:",
            "  ./baton policy explain --conversation complaint.jsonl",
            "  ./baton policy explain --conversation monday.jsonl.gz --id conv-13 --policy mine.yaml"
        })
final class ExplainCommand implements Callable<Integer> {

    private static final int COLUMNS = 120;
    private static final int MOST_NAMED = 5;

    @Option(
            names = "--conversation",
            paramLabel = "FILE",
            required = true,
            arity = "1..*",
            description = "Recordings: CloudEvents JSON, one a line (.jsonl, .jsonl.gz).")
    private List<Path> files;

    @Option(
            names = "--id",
            paramLabel = "ID",
            description = "Which conversation, where the recording holds more than one.")
    private @Nullable String id;

    @Option(names = "--policy", paramLabel = "FILE", description = "Policy; default the built-in one.")
    private @Nullable Path policy;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Quiet.kafka();
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new MisuseException("--conversation: no readable file: " + file);
            }
        }
        ChosenPolicy chosen = ChosenPolicy.of(Optional.ofNullable(policy));
        Recording recording = Recording.read(files);
        String conversation = chosen(Explanation.conversations(recording));
        PrintWriter out = spec.commandLine().getOut();
        Explanation.of(recording, conversation, chosen, COLUMNS).forEach(out::println);
        out.flush();
        return Endings.DONE;
    }

    private String chosen(Set<String> known) {
        String wanted = id;
        if (known.isEmpty()) {
            throw new MisuseException("--conversation: the recording holds no conversation");
        }
        if (wanted == null && known.size() == 1) {
            return known.iterator().next();
        }
        if (wanted != null && known.contains(wanted)) {
            return wanted;
        }
        String some = String.join(", ", known.stream().limit(MOST_NAMED).toList());
        throw new MisuseException("--id: "
                + (wanted == null
                        ? "the recording holds " + known.size() + " conversations; name one of them"
                        : "no conversation " + wanted + " in the recording")
                + ", such as " + some);
    }
}

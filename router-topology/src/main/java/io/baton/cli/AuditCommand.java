// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.lab.audit.Audit;
import io.baton.lab.audit.AuditRefusedException;
import io.baton.runtime.ChosenPolicy;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The ticket-mix audit (R04, R20, M29). */
@Command(
        name = "audit",
        description = {
            "Says from past tickets which kinds there are, how frequent and complex they are, what solved them, and which to"
                    + " automate first. Reads exports (.csv with a header line) and recorded events (.jsonl, .jsonl.gz).",
            ""
        },
        footer = {
            "",
            "Columns that are looked for: type and created; resolved, minutes, solution and agent where there are any.",
            "",
            "Examples:",
            "  ./baton policy audit tickets.csv --out audit",
            "  ./baton policy audit export.csv --columns type=Category,created=\"Created at\",resolved=Closed,solution=Macro",
            "  ./baton policy audit events.jsonl.gz"
        })
final class AuditCommand implements Callable<Integer> {

    @Parameters(arity = "1..*", paramLabel = "FILE", description = "Ticket exports or recorded events.")
    private List<Path> files;

    @Option(
            names = "--columns",
            paramLabel = "NAME=HEADER",
            split = ",",
            description = "Which header stands over type, created, resolved, minutes, solution, agent.")
    private Map<String, String> columns = new LinkedHashMap<>();

    @Option(names = "--policy", paramLabel = "FILE", description = "Policy; default the built-in one.")
    private @Nullable Path policy;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder for audit.html, audit.json and policy.yaml; is made.")
    private @Nullable Path out;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        for (Path file : files) {
            if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
                throw new MisuseException("FILE: no readable file: " + file);
            }
        }
        for (String name : columns.keySet()) {
            if (!Audit.columns().contains(name)) {
                throw new MisuseException(
                        "--columns: no such name: " + name + "; there are " + String.join(", ", Audit.columns()));
            }
        }
        try {
            String table = Audit.run(
                    files, columns, ChosenPolicy.of(Optional.ofNullable(policy)).ruleset(), Optional.ofNullable(out));
            PrintWriter terminal = spec.commandLine().getOut();
            terminal.print(table);
            if (out != null) {
                terminal.println("written: " + out.resolve("audit.html") + ", audit.json, policy.yaml");
            }
            terminal.flush();
            return Endings.DONE;
        } catch (AuditRefusedException e) {
            throw new MisuseException(e.problems());
        }
    }
}

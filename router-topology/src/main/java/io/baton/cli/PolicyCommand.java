// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.policy.ruleset.Ruleset;
import io.baton.runtime.ChosenPolicy;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Work on a policy before it decides anything. */
@Command(
        name = "policy",
        description = {"Works on a policy before it decides anything.", ""},
        footer = {
            "",
            "Examples:",
            "  ./baton policy default > mine.yaml      the built-in policy, to start from",
            "  ./baton policy validate mine.yaml",
            "  ./baton policy audit tickets.csv --out audit"
        },
        subcommands = {PolicyCommand.Validate.class, PolicyCommand.Standard.class, AuditCommand.class},
        synopsisSubcommandLabel = "COMMAND")
final class PolicyCommand implements Runnable {

    @Spec
    private CommandSpec spec;

    @Override
    public void run() {
        throw new picocli.CommandLine.ParameterException(spec.commandLine(), "policy: Missing a command");
    }

    /** Every problem at once. */
    @Command(
            name = "validate",
            description = {
                "Checks a policy as a whole and prints every problem with file, line and column, or one line where there"
                        + " is none. Status 2 where it is not valid.",
                ""
            })
    static final class Validate implements Callable<Integer> {

        @Parameters(paramLabel = "FILE", description = "Policy, YAML.")
        private Path file;

        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            Ruleset policy = ChosenPolicy.read(file).ruleset();
            PrintWriter out = spec.commandLine().getOut();
            out.println("policy " + policy.name() + " version " + policy.version() + " hash "
                    + policy.hash().substring(0, 12) + " is valid: "
                    + policy.categories().size() + " categories, "
                    + policy.segments().size() + " segments, " + enabled(policy) + " signals, "
                    + policy.queues().size() + " queues, "
                    + policy.hardTriggers().size() + " hard triggers");
            out.flush();
            return Endings.DONE;
        }

        private static long enabled(Ruleset policy) {
            return policy.signals().values().stream()
                    .filter(signal -> signal.enabled())
                    .count();
        }
    }

    /** The built-in policy as a document. */
    @Command(
            name = "default",
            description = {"Prints the built-in policy, comments included.", ""})
    static final class Standard implements Callable<Integer> {

        @Spec
        private CommandSpec spec;

        @Option(names = "--hash", description = "Print its version and hash only.")
        private boolean hash;

        @Override
        public Integer call() {
            ChosenPolicy policy = ChosenPolicy.of(java.util.Optional.empty());
            PrintWriter out = spec.commandLine().getOut();
            if (hash) {
                out.println(policy.ruleset().version() + " " + policy.ruleset().hash());
            } else {
                out.print(policy.document());
            }
            out.flush();
            return Endings.DONE;
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/** The top of the command line. */
@Command(
        name = "baton",
        description = {
            "Decides, turn by turn, who should hold a support conversation: the assistant, the assistant with a human"
                    + " checking, or a human.",
            ""
        },
        footer = {
            "",
            "Start here:",
            "  ./baton demo --for 60s                          see it work, nothing else needed",
            "  ./baton replay events.jsonl.gz --out results    run it over recorded conversations",
            "  ./baton run --config baton.yaml                 run it against a Kafka cluster",
            "  ./baton bench --quick                           what it costs on this machine, from a source checkout",
            "",
            "Each command has its own help: ./baton replay --help",
            "Exit status: 0 done, 1 failed, 2 wrong usage or configuration."
        },
        synopsisSubcommandLabel = "COMMAND",
        versionProvider = Version.class,
        sortOptions = false,
        subcommands = {
            DemoCommand.class,
            ReplayCommand.class,
            RunCommand.class,
            TopicsCommand.class,
            TopologyCommand.class,
            PolicyCommand.class,
            ReportCommand.class,
            LearnCommand.class,
            ScoreCommand.class,
            EvaluateCommand.class,
            CompletionCommand.class
        })
@SuppressWarnings("UnusedVariable") // picocli acts on --help and --version itself
public final class BatonCommand implements Runnable {

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT,
            description = "Show this help.")
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true,
            description = "Show the version.")
    private boolean version;

    @Option(names = "--debug", scope = ScopeType.INHERIT, description = "Show stack traces of failures.")
    private boolean debug;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /** Picocli creates it. */
    public BatonCommand() {}

    /** The whole command line, ready to execute. */
    public static CommandLine commandLine() {
        BatonCommand top = new BatonCommand();
        CommandLine line = new CommandLine(top);
        line.setParameterExceptionHandler(Endings::usage);
        line.setExecutionExceptionHandler((failure, command, parsed) -> Endings.failure(failure, command, top.debug));
        line.setUsageHelpWidth(110);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setAbbreviatedOptionsAllowed(false);
        return line;
    }

    /**
     * Executes and returns the exit status.
     *
     * <p>What is thrown past picocli is an error of the machine (no memory, a broken installation), for which the same holds: one
     * line, no stack trace.
     */
    public static int execute(String[] args) {
        writeNumbersInAscii();
        CommandLine line = commandLine();
        try {
            return line.execute(args);
        } catch (LinkageError | VirtualMachineError e) {
            line.getErr().println("baton: " + e.getClass().getSimpleName() + ": " + e.getMessage());
            line.getErr().flush();
            return Endings.FAILED;
        }
    }

    /** Without a command there is only help to give. */
    @Override
    public void run() {
        PrintWriter out = spec.commandLine().getOut();
        spec.commandLine().usage(out);
        out.flush();
    }

    /**
     * For each record Kafka Streams writes a line about every empty input partition, which nobody reads. Java looks up the
     * digits of all languages but one, at twice the cost; our own output names its locale.
     */
    private static void writeNumbersInAscii() {
        Locale.setDefault(Locale.Category.FORMAT, Locale.US);
    }
}

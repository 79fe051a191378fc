// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.config.ConfigFile;
import io.baton.config.RouterConfig;
import io.baton.runtime.FailureText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where a command's configuration comes from. */
final class ConfigOptions {

    @Option(names = "--config", paramLabel = "FILE", description = "Configuration, YAML.")
    private @Nullable Path file;

    @Option(
            names = "--set",
            paramLabel = "KEY=VALUE",
            description =
                    "A setting, after the file; may be repeated, such as --set kafka.bootstrap.servers=localhost:9092.")
    private List<String> overrides = new ArrayList<>();

    /** Whether any configuration was given. */
    boolean given() {
        return file != null || !overrides.isEmpty();
    }

    /** The configuration; every problem at once where it is wrong. */
    RouterConfig read() {
        ConfigFile.Read read = ConfigFile.read(text(), overrides);
        if (read instanceof ConfigFile.Read.Invalid invalid) {
            String where = file == null ? "" : file + ": ";
            throw new MisuseException(
                    invalid.problems().stream().map(problem -> where + problem).toList());
        }
        return ((ConfigFile.Read.Valid) read).config();
    }

    /** The configuration, or one that is good enough to look at where none was given. */
    RouterConfig readOrSample() {
        if (given()) {
            return read();
        }
        ConfigFile.Read read = ConfigFile.read(
                "", List.of("kafka.bootstrap.servers=localhost:9092", "registry.url=http://localhost:8081"));
        return ((ConfigFile.Read.Valid) read).config();
    }

    /** The same options as a person would type them again. */
    String again() {
        StringBuilder text = new StringBuilder(file == null ? "" : " --config " + file);
        overrides.forEach(override -> text.append(" --set ").append(override));
        return text.toString();
    }

    private String text() {
        if (file == null) {
            return "";
        }
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new MisuseException("--config: cannot read " + file + ": " + FailureText.ofFile(e));
        }
    }
}

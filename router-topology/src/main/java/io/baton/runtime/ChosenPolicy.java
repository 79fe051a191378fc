// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import io.baton.policy.ruleset.Ruleset;
import io.baton.policyfile.DefaultPolicy;
import io.baton.policyfile.Parsed;
import io.baton.policyfile.PolicyFile;
import io.baton.yaml.Problem;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A policy with the document it was read from. */
public record ChosenPolicy(String document, Ruleset ruleset) {

    /** The file's policy, or the default policy where none is named. */
    public static ChosenPolicy of(Optional<Path> file) {
        return file.isPresent()
                ? read(file.get())
                : new ChosenPolicy(DefaultPolicy.document(), DefaultPolicy.ruleset());
    }

    /**
     * Reads a policy.
     *
     * @throws InvalidPolicyException with everything that is wrong
     */
    public static ChosenPolicy read(Path file) {
        String document;
        try {
            document = Files.readString(file);
        } catch (IOException e) {
            throw new InvalidPolicyException(List.of(file + ": cannot be read: " + FailureText.ofFile(e)));
        }
        Parsed parsed = PolicyFile.parse(document, file.toString());
        if (parsed instanceof Parsed.Invalid invalid) {
            throw new InvalidPolicyException(
                    invalid.problems().stream().map(Problem::render).toList());
        }
        return new ChosenPolicy(document, ((Parsed.Valid) parsed).ruleset());
    }

    /** The file is no policy. */
    public static final class InvalidPolicyException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        private final transient List<String> problems;

        InvalidPolicyException(List<String> problems) {
            super(String.join("; ", problems));
            this.problems = List.copyOf(problems);
        }

        /** One line each, with file, line and path. */
        public List<String> problems() {
            return problems;
        }
    }
}

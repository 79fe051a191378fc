// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import io.baton.modelfile.ModelFile;
import io.baton.modelfile.Models;
import io.baton.policy.learning.KnownModels;
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

/**
 * A policy with the document it was read from.
 *
 * @param models the text models that it may name
 */
public record ChosenPolicy(String document, Ruleset ruleset, KnownModels models) {

    /** The file's policy, or the default policy where none is named. */
    public static ChosenPolicy of(Optional<Path> file) {
        return file.isPresent()
                ? read(file.get())
                : new ChosenPolicy(DefaultPolicy.document(), DefaultPolicy.ruleset(), Models.shipped());
    }

    /**
     * The same with a text model of the installation's own.
     *
     * @param textModel made by {@code baton learn}; empty = none
     * @throws InvalidPolicyException where one of the two cannot be used, or the policy asks for a text model that is not there
     */
    public static ChosenPolicy of(Optional<Path> file, Optional<Path> textModel) {
        ChosenPolicy policy = of(file);
        KnownModels models;
        try {
            models = Models.with(textModel);
        } catch (ModelFile.RefusedModelException e) {
            throw new InvalidPolicyException(List.of("text model " + e.getMessage()));
        } catch (IOException e) {
            throw new InvalidPolicyException(
                    List.of("text model " + textModel.orElseThrow() + ": " + FailureText.ofFile(e)));
        }
        String lack = models.lacks(policy.ruleset().textModel());
        if (lack != null) {
            throw new InvalidPolicyException(List.of(lack));
        }
        return new ChosenPolicy(policy.document(), policy.ruleset(), models);
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
        return new ChosenPolicy(document, ((Parsed.Valid) parsed).ruleset(), Models.shipped());
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

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.policy.ruleset.Ruleset;
import io.baton.yaml.Problem;
import java.util.List;

/** What became of a policy document. */
public sealed interface Parsed {

    /** A policy that can be put in force. */
    record Valid(Ruleset ruleset) implements Parsed {}

    /**
     * A document that is not a policy.
     *
     * @param problems everything that is wrong, in the order of the document; never empty
     */
    record Invalid(List<Problem> problems) implements Parsed {

        /** One line each, with document, line, column and path. */
        public List<String> lines() {
            return problems.stream().map(Problem::render).toList();
        }
    }
}

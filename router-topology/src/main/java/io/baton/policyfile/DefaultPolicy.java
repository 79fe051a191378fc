// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.policy.ruleset.Ruleset;
import io.baton.yaml.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;

/** The policy that ships with the router: what decides until an installation brings its own. */
public final class DefaultPolicy {

    private static final String RESOURCE = "/policy/default.yaml";

    private DefaultPolicy() {}

    /** The document, with its comments. */
    public static String document() {
        try (InputStream in = DefaultPolicy.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(RESOURCE + " is not in the jar");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** The default policy, compiled once. */
    public static Ruleset ruleset() {
        return Holder.RULESET;
    }

    private static final class Holder {
        private static final Ruleset RULESET = compiled();

        private static Ruleset compiled() {
            Parsed parsed = PolicyFile.parse(document(), "default.yaml");
            if (parsed instanceof Parsed.Invalid invalid) {
                throw new IllegalStateException(
                        invalid.problems().stream().map(Problem::render).collect(Collectors.joining("\n")));
            }
            return ((Parsed.Valid) parsed).ruleset();
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.policy.ruleset.Ruleset;
import io.baton.yaml.Reading;
import io.baton.yaml.YamlDocument;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Reads a policy document as a whole: either all of it is right, or all that is wrong is said at once. */
public final class PolicyFile {

    private PolicyFile() {}

    /**
     * Reads a policy.
     *
     * @param yaml the document, at most {@link YamlDocument#MAX_CHARS} characters
     * @param name its name in messages, such as the file name
     */
    public static Parsed parse(String yaml, String name) {
        String hash = hash(yaml);
        Reading<Ruleset> reading =
                YamlDocument.read(yaml, name, root -> root.mapping(m -> new RulesetReader(m).read(hash)));
        if (reading instanceof Reading.Valid<Ruleset> valid) {
            return new Parsed.Valid(valid.content());
        }
        return new Parsed.Invalid(((Reading.Invalid<Ruleset>) reading).problems());
    }

    /** SHA-256 of the document in UTF-8, hexadecimal: names the exact document that a decision was taken under. */
    static String hash(String yaml) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(yaml.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}

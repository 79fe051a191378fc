// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

/**
 * A text model and what it is called in decisions.
 *
 * @param name where it comes from
 * @param version what was learned on line that it holds; 0 = nothing
 * @param hash SHA-256 of what it was read from, hexadecimal
 */
public record KnownModel(String name, int version, String hash, TextModel model) {

    private static final int HASH_SHOWN = 12;
    private static final int HEX = 16;

    /** Name, version and hash, as decisions name it. */
    public String text() {
        return name + " version " + version + " " + hash.substring(0, HASH_SHOWN);
    }

    /** The first 64 bits of the hash: enough to tell the models of one installation apart. */
    public long fingerprint() {
        return Long.parseUnsignedLong(hash, 0, HEX, HEX);
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.privacy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * 24 bits that tell equal values of one conversation from different ones. The conversation is the salt, so that fingerprints of
 * two conversations cannot be compared, and hundreds of possible telephone numbers share each one, so that trying them all does
 * not give the value back.
 */
final class Fingerprint {

    private Fingerprint() {}

    static int of(String conversationId, String kind, String value) {
        MessageDigest digest = sha256();
        digest.update(conversationId.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        digest.update(kind.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
        byte[] bytes = digest.digest(value.getBytes(StandardCharsets.UTF_8));
        return (bytes[0] & 0xFF) << 16 | (bytes[1] & 0xFF) << 8 | (bytes[2] & 0xFF);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

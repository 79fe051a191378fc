// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.feed;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Which conversations are samples (L02): a share of all, chosen by the id alone, so that anybody can name the same ones again.
 *
 * <p>The first four bytes of the SHA-256 of {@code qa/<conversation id>}, UTF-8, read as an unsigned number, divided by 2^32, are below
 * the share.
 */
final class Sample {

    private static final double RANGE = 1L << 32;

    /** One a thread, for to find one takes longer than to use it; what it digests leaves nothing behind. */
    private static final ThreadLocal<MessageDigest> SHA_256 = ThreadLocal.withInitial(Sample::sha256);

    private Sample() {}

    static boolean holds(String conversationId, double share) {
        byte[] hash = SHA_256.get().digest(("qa/" + conversationId).getBytes(UTF_8));
        return (ByteBuffer.wrap(hash).getInt() & 0xffff_ffffL) / RANGE < share;
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

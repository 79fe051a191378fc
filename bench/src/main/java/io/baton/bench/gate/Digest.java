// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.gate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest of a collection whatever order it comes in: the sum of the SHA-256 of each member. A member that comes twice changes
 * it, which an exclusive or would not.
 */
public final class Digest {

    private static final BigInteger MODULUS = BigInteger.ONE.shiftLeft(256);
    private static final int SHOWN = 16;

    private final MessageDigest sha;
    private BigInteger sum = BigInteger.ZERO;
    private long count;

    public Digest() {
        try {
            sha = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Adds one member. */
    public void add(String member) {
        sum = sum.add(new BigInteger(1, sha.digest(member.getBytes(UTF_8)))).mod(MODULUS);
        count++;
    }

    public long count() {
        return count;
    }

    /** The first 128 bits, in hexadecimal digits. */
    public String text() {
        byte[] bytes = new byte[33];
        byte[] found = sum.toByteArray();
        System.arraycopy(found, 0, bytes, bytes.length - found.length, found.length);
        return HexFormat.of().formatHex(bytes, 1, 1 + SHOWN);
    }
}

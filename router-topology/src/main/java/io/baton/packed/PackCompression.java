// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.nio.ByteBuffer;
import java.util.Arrays;
import net.jpountz.lz4.LZ4Compressor;
import net.jpountz.lz4.LZ4Exception;
import net.jpountz.lz4.LZ4Factory;
import net.jpountz.lz4.LZ4SafeDecompressor;

/**
 * Packs as they lie in the changelog: LZ4 blocks where that is shorter, about half of what was noted. Half a microsecond a turn buys half of what
 * broker, replicas and a restore have to move; the producer's own compression would be for every topic or none.
 *
 * <p>A compressed pack is {@value #COMPRESSED}, the length of the plain one in four bytes, and the block.
 */
final class PackCompression {

    private static final byte COMPRESSED = 2;
    private static final int HEAD = 1 + Integer.BYTES;

    /** Longest plain pack that is believed, bytes: an operation may be longer than a pack should be, but not by far. */
    private static final int LONGEST = 64 << 20;

    private static final LZ4Compressor COMPRESSOR = LZ4Factory.fastestInstance().fastCompressor();
    private static final LZ4SafeDecompressor DECOMPRESSOR =
            LZ4Factory.fastestInstance().safeDecompressor();

    private byte[] room = new byte[0];

    /** The first bytes of the array as the changelog gets them: compressed, or as they are where that is no longer. */
    byte[] logged(byte[] pack, int length) {
        int most = HEAD + COMPRESSOR.maxCompressedLength(length);
        if (room.length < most) {
            room = new byte[most];
        }
        int end = HEAD + COMPRESSOR.compress(pack, 0, length, room, HEAD, most - HEAD);
        if (end >= length) {
            return Arrays.copyOf(pack, length);
        }
        ByteBuffer.wrap(room).put(COMPRESSED).putInt(length);
        return Arrays.copyOf(room, end);
    }

    /** Whether the changelog has the pack in a shorter form than it was noted. */
    static boolean isCompressed(byte[] logged) {
        return logged.length >= HEAD && logged[0] == COMPRESSED;
    }

    /**
     * Bytes of what {@link #logged} was given, where that is compressed.
     *
     * @throws IllegalStateException for a length that no pack has
     */
    static int plainLength(byte[] logged) {
        int length = ByteBuffer.wrap(logged).getInt(1);
        if (length < 0 || length > LONGEST) {
            throw new IllegalStateException("a damaged changelog record");
        }
        return length;
    }

    /**
     * What {@link #logged} was given, where that is compressed, at the beginning of an array.
     *
     * @throws IllegalStateException for bytes that are damaged
     */
    static void unpack(byte[] logged, byte[] plain, int length) {
        try {
            if (DECOMPRESSOR.decompress(logged, HEAD, logged.length - HEAD, plain, 0, length) != length) {
                throw new IllegalStateException("a damaged changelog record");
            }
        } catch (LZ4Exception e) {
            throw new IllegalStateException("a damaged changelog record", e);
        }
    }
}

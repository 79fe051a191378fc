// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.nio.ByteBuffer;
import java.util.Arrays;

/** An image begins with its timer; a change names the image that it was made from, so that none is applied to another. */
final class TestCodec implements Codec {

    static byte[] image(long timerAt, byte[] rest) {
        return ByteBuffer.allocate(8 + rest.length).putLong(timerAt).put(rest).array();
    }

    static byte[] delta(byte[] before, byte[] after) {
        return ByteBuffer.allocate(4 + after.length)
                .putInt(Arrays.hashCode(before))
                .put(after)
                .array();
    }

    @Override
    public byte[] apply(byte[] image, byte[] bytes, int from, int to) {
        if (ByteBuffer.wrap(bytes).getInt(from) != Arrays.hashCode(image)) {
            throw new AssertionError("a change of another image");
        }
        byte[] changed = Arrays.copyOfRange(bytes, from + 4, to);
        if (changed.length != image.length) {
            return changed;
        }
        System.arraycopy(changed, 0, image, 0, image.length);
        return image;
    }

    @Override
    public long timerAt(byte[] image) {
        return ByteBuffer.wrap(image).getLong();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.nio.ByteBuffer;

/** The registry framing of the ecosystem: magic byte 0, schema id as four bytes big-endian, Avro binary. */
public final class WireFormat {

    static final int HEADER = 5;

    private static final byte MAGIC = 0;

    private WireFormat() {}

    /** Whether the bytes are long enough for the framing and start with its magic byte. */
    public static boolean isFramed(byte[] bytes) {
        return bytes.length >= HEADER && bytes[0] == MAGIC;
    }

    /**
     * Id of the writer's schema.
     *
     * @throws UnreadableRecordException when the bytes are not framed
     */
    public static int schemaId(byte[] bytes) {
        if (!isFramed(bytes)) {
            throw new UnreadableRecordException("not framed with a schema id");
        }
        return (bytes[1] & 0xff) << 24 | (bytes[2] & 0xff) << 16 | (bytes[3] & 0xff) << 8 | (bytes[4] & 0xff);
    }

    static byte[] header(int schemaId) {
        return ByteBuffer.allocate(HEADER).put(MAGIC).putInt(schemaId).array();
    }

    static String subject(String topic, boolean isKey) {
        return topic + (isKey ? "-key" : "-value");
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeinfo.TypeInformation;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * A record for Kafka.
 *
 * @param topic its name, prefix included
 * @param at its time, epoch milliseconds
 */
record Outgoing(String topic, long at, byte[] key, byte[] value) {

    static final TypeInformation<Outgoing> TYPE = new Written<>(Outgoing.class, new Serializer());

    private static final class Serializer extends ByReference<Outgoing> {

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Outgoing record, DataOutputView out) throws IOException {
            out.writeUTF(record.topic);
            out.writeLong(record.at);
            write(record.key, out);
            write(record.value, out);
        }

        private static void write(byte[] bytes, DataOutputView out) throws IOException {
            out.writeInt(bytes.length);
            out.write(bytes);
        }

        @Override
        public Outgoing deserialize(DataInputView in) throws IOException {
            return new Outgoing(in.readUTF(), in.readLong(), read(in), read(in));
        }

        private static byte[] read(DataInputView in) throws IOException {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            return bytes;
        }

        @Override
        public TypeSerializerSnapshot<Outgoing> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** Says in a checkpoint who has written it. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Outgoing> {

        /** For Flink, which reads its name. */
        public Snapshot() {
            super(Serializer::new);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.flink;

import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.util.OutputTag;

/**
 * Turns since the last checkpoint.
 *
 * @param minute its beginning, epoch milliseconds
 * @param turns how many, 1 or more
 */
record Counted(String category, long minute, long turns) {

    /** Where they leave the task that judges. */
    static final OutputTag<Counted> OUTPUT = new OutputTag<>("counted", new Written<>(Counted.class, new Serializer()));

    private static final class Serializer extends ByReference<Counted> {

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Counted counted, DataOutputView out) throws IOException {
            out.writeUTF(counted.category);
            out.writeLong(counted.minute);
            out.writeLong(counted.turns);
        }

        @Override
        public Counted deserialize(DataInputView in) throws IOException {
            return new Counted(in.readUTF(), in.readLong(), in.readLong());
        }

        @Override
        public TypeSerializerSnapshot<Counted> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** Says in a checkpoint who has written it. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Counted> {

        /** For Flink, which reads its name. */
        public Snapshot() {
            super(Serializer::new);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.baton.bench.idiomatic.SaidTurn;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * One turn of a transcript, as it stands in a checkpoint: encoded when it is said, and not again at every checkpoint after that.
 *
 * @param bytes time in milliseconds, length of the speaker's name in one byte, the name, the text
 */
record Said(byte[] bytes) {

    static Said of(SaidTurn turn) {
        byte[] speaker = turn.getSpeaker().getBytes(UTF_8);
        byte[] text = turn.getText().getBytes(UTF_8);
        return new Said(ByteBuffer.allocate(Long.BYTES + 1 + speaker.length + text.length)
                .putLong(turn.getAt().toEpochMilli())
                .put((byte) speaker.length)
                .put(speaker)
                .put(text)
                .array());
    }

    SaidTurn turn() {
        ByteBuffer in = ByteBuffer.wrap(bytes);
        Instant at = Instant.ofEpochMilli(in.getLong());
        int length = in.get();
        int from = in.position();
        return new SaidTurn(
                at,
                new String(bytes, from, length, UTF_8),
                new String(bytes, from + length, bytes.length - from - length, UTF_8));
    }

    /** Writes it into a checkpoint. */
    static final class Serializer extends ByReference<Said> {

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Said said, DataOutputView out) throws IOException {
            out.writeInt(said.bytes.length);
            out.write(said.bytes);
        }

        @Override
        public Said deserialize(DataInputView in) throws IOException {
            byte[] bytes = new byte[in.readInt()];
            in.readFully(bytes);
            return new Said(bytes);
        }

        @Override
        public TypeSerializerSnapshot<Said> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** Says in a checkpoint who has written it. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Said> {

        /** For Flink, which reads its name. */
        public Snapshot() {
            super(Serializer::new);
        }
    }
}

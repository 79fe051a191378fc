// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.flink;

import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;

/**
 * Serializer of objects that are handed on by reference and never leave the chain of calls that they are made in. Should Flink
 * ever want to write one, the job fails rather than become dearer unseen.
 */
final class WithinTask<T> extends ByReference<T> {

    private static final long serialVersionUID = 1L;

    @Override
    public void serialize(T value, DataOutputView out) {
        throw leaving();
    }

    @Override
    public T deserialize(DataInputView in) {
        throw leaving();
    }

    @Override
    public TypeSerializerSnapshot<T> snapshotConfiguration() {
        throw leaving();
    }

    private static IllegalStateException leaving() {
        return new IllegalStateException("an object that belongs to one task was to leave it");
    }
}

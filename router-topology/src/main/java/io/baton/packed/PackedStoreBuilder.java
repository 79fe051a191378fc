// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import java.util.Map;

/** Makes a {@link PackedStore} a task. */
public final class PackedStoreBuilder extends StoreSettings<PackedStore> {

    /**
     * A broker compacts no segment that is still written to, which with its default of a gigabyte would keep as many bytes of
     * packs that have their tombstone, and a restore would read them all.
     */
    private static final Map<String, String> LOG = Map.of("segment.bytes", Integer.toString(32 << 20));

    private final Codec codec;

    public PackedStoreBuilder(String name, Codec codec) {
        super(name, LOG);
        this.codec = codec;
    }

    @Override
    public PackedStore build() {
        return new PackedStore(name(), codec);
    }
}

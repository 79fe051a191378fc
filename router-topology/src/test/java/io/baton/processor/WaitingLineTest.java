// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.baton.names.StoreLayout;
import io.baton.names.Stores;
import io.baton.packed.PackedStore;
import io.baton.serde.Serdes;
import io.baton.state.AcceptedEvent;
import io.baton.state.ConversationState;
import io.baton.state.CustomerJourney;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WaitingLineTest {

    private static final byte[] NOTHING = new byte[0];

    /** Nothing but the owner of the stores. */
    private static final class Keeper implements Processor<String, String, Void, Void> {
        @Override
        public void process(Record<String, String> record) {}
    }

    @TempDir
    private Path folder;

    private TopologyTestDriver driver;
    private KeyValueStore<Bytes, byte[]> store;
    private PackedStore packed;

    @BeforeEach
    void open() {
        TurnSetup setup = TurnSetup.of(
                Serdes.state(ConversationState.class),
                Serdes.state(AcceptedEvent.class),
                Serdes.state(CustomerJourney.class),
                StoreLayout.PACKED,
                false);
        Topology topology = new Topology();
        topology.addSource("in", new StringDeserializer(), new StringDeserializer(), "in");
        topology.addProcessor("keep", Keeper::new, "in");
        setup.allStores().forEach(builder -> topology.addStateStore(builder, "keep"));
        Properties settings = new Properties();
        settings.put(StreamsConfig.APPLICATION_ID_CONFIG, "line");
        settings.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, "none:1");
        settings.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        driver = new TopologyTestDriver(topology, settings);
        store = driver.getKeyValueStore(Stores.WAITING);
        packed = (PackedStore) driver.getStateStore(Stores.CONVERSATIONS);
    }

    @AfterEach
    void close() {
        driver.close();
    }

    @Test
    void whoeverTakesOverFindsTheLineOfTheRowsAndNothingThatWasLeftBehind() {
        store.put(place("gone"), NOTHING);
        packed.row(Stores.WAITING, place("second", 2), NOTHING);
        packed.row(Stores.WAITING, place("first", 1), NOTHING);

        WaitingLine line = WaitingLine.packed(store, packed);

        assertThat(line.waiting("vip")).containsExactly(conversation("first"), conversation("second"));
    }

    @Test
    void whoMovesIsMovedInTheRowsToo() {
        WaitingLine line = WaitingLine.packed(store, packed);
        line.move(Set.of(), Set.of(place("a")));
        line.move(Set.of(place("a")), Set.of(place("b")));

        assertThat(packed.rows(Stores.WAITING)).containsOnlyKeys(place("b"));
        assertThat(line.waiting("vip")).containsExactly(conversation("b"));
    }

    private static Bytes place(String conversation) {
        return place(conversation, 3);
    }

    private static Bytes place(String conversation, int priority) {
        byte[] id = conversation.getBytes(UTF_8);
        return Bytes.wrap(ByteBuffer.allocate(4 + 1 + Long.BYTES + id.length)
                .put("vip\0".getBytes(UTF_8))
                .put((byte) priority)
                .putLong(1_772_442_000_000L)
                .put(id)
                .array());
    }

    private static Bytes conversation(String id) {
        return Bytes.wrap(id.getBytes(UTF_8));
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadAsideTest {

    private static PackedState state() {
        return new PackedState(
                new TestCodec(),
                (number, pack) -> {},
                new Cleaning(0),
                StateBudget.unlimited().share());
    }

    private static List<PackedState.Logged> logged(ChangelogModel log) {
        return log.read(ChangelogModel.Compaction.NONE, 0).stream()
                .map(entry -> new PackedState.Logged(entry.number(), entry.value()))
                .toList();
    }

    @Test
    void storesThatAreReadSideBySideHoldWhatTheirLogsSay() {
        List<StateModel> expected = new ArrayList<>();
        List<List<PackedState.Logged>> logs = new ArrayList<>();
        for (int store = 0; store < 6; store++) {
            ChangelogModel log = new ChangelogModel();
            RandomLife life = new RandomLife(new Random(store), 30, 300);
            PackedState written = new PackedState(
                    new TestCodec(),
                    log,
                    new Cleaning(0),
                    StateBudget.unlimited().share());
            for (int commit = 0; commit < 100; commit++) {
                for (int steps = 0; steps < 20; steps++) {
                    life.step(written);
                }
                written.seal();
                log.commit();
            }
            expected.add(life.expected());
            logs.add(logged(log));
        }
        List<ReadAside> stores =
                logs.stream().map(log -> new ReadAside(state())).toList();

        for (int from = 0; from < 1_000; from += 7) {
            for (int store = 0; store < stores.size(); store++) {
                List<PackedState.Logged> log = logs.get(store);
                stores.get(store).read(log.subList(Math.min(from, log.size()), Math.min(from + 7, log.size())));
            }
        }

        for (int store = 0; store < stores.size(); store++) {
            assertThat(StateModel.of(stores.get(store).await())).isEqualTo(expected.get(store));
        }
    }

    @Test
    void whatIsDamagedIsNeverTakenForAState() {
        ReadAside store = new ReadAside(state());

        store.read(List.of(new PackedState.Logged(0, new byte[] {Pack.VERSION, 99})));

        assertThatIllegalStateException().isThrownBy(store::await).withMessageContaining("operation 99");
        assertThatIllegalStateException().isThrownBy(() -> store.read(List.of()));
        assertThatIllegalStateException().isThrownBy(store::await);
        assertThatCode(store::close).doesNotThrowAnyException();
    }
}

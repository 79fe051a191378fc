// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.packed.ChangelogModel.Compaction;
import io.baton.packed.ChangelogModel.Entry;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackedStateTest {

    private static final byte[] NOTHING = new byte[0];

    private static PackedState state(PackedState.Log log, long small) {
        return new PackedState(
                new TestCodec(),
                log,
                new Cleaning(small),
                StateBudget.unlimited().share());
    }

    private static PackedState restored(List<Entry> entries, PackedState.Log log, long small) {
        PackedState state = state(log, small);
        ChangelogModel.restore(state, entries);
        return state;
    }

    private static StateModel restored(List<Entry> entries) {
        return StateModel.of(restored(entries, (number, pack) -> {}, 0));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void eachCommitIsRestoredAsItWasHoweverTheLogWasCompacted(int seed) {
        Random random = new Random(seed);
        ChangelogModel log = new ChangelogModel();
        RandomLife life = new RandomLife(random, 1 + random.nextInt(40), 1 + random.nextInt(300));
        long small = random.nextInt(3) * 2_000L;
        PackedState state = state(log, small);

        for (int commit = 0; commit < 150; commit++) {
            for (int steps = random.nextInt(30); steps > 0; steps--) {
                life.step(state);
            }
            state.seal();
            log.commit();
            life.commit();
            StateModel expected = life.expected();

            assertThat(StateModel.of(state)).isEqualTo(expected);
            Compaction compaction = Compaction.values()[random.nextInt(3)];
            int upTo = random.nextInt(log.size() + 1);
            assertThat(restored(log.read(compaction, log.size()))).isEqualTo(expected);
            assertThat(restored(log.read(compaction, upTo))).isEqualTo(expected);
            assertThat(restored(log.read(compaction, log.size(), random.nextInt(log.size() + 1))))
                    .as("compacted while it was read")
                    .isEqualTo(expected);

            if (random.nextInt(8) == 0) {
                for (int steps = random.nextInt(30); steps > 0; steps--) {
                    life.step(state);
                }
                log.abort();
                life.abort();
                log.compact(compaction, upTo);
                state = restored(log.read(Compaction.NONE, 0), log, small);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {21, 22, 23})
    void aStandbyThatReadsWhileTheOtherWritesHoldsTheSameAndCanTakeOverAndGiveBack(int seed) {
        Random random = new Random(seed);
        ChangelogModel log = new ChangelogModel();
        RandomLife life = new RandomLife(random, 20, 200);
        PackedState active = state(log, 0);
        PackedState standby = state(log, 0);
        int read = 0;

        for (int commit = 0; commit < 300; commit++) {
            for (int steps = random.nextInt(20); steps > 0; steps--) {
                life.step(active);
            }
            active.seal();
            log.commit();
            List<Entry> entries = log.read(Compaction.NONE, 0);
            ChangelogModel.restore(standby, entries.subList(read, entries.size()));
            read = entries.size();
            assertThat(StateModel.of(standby)).isEqualTo(life.expected());
            if (random.nextInt(5) == 0) {
                PackedState other = active;
                active = standby;
                standby = other;
            }
        }
        assertThat(log.tombstones()).isGreaterThan(10);
    }

    @Test
    void theLogStaysAFewTimesWhatIsKeptAndCleaningCostsLessThanItFrees() {
        Random random = new Random(31);
        ChangelogModel log = new ChangelogModel();
        RandomLife life = new RandomLife(random, 400, 400);
        long small = 100_000;
        PackedState state = state(log, small);
        long noted = 0;
        long largest = 0;

        for (int commit = 0; commit < 3_000; commit++) {
            for (int steps = 0; steps < 20; steps++) {
                life.step(state);
            }
            noted += state.logged() - state.packs().bytes();
            state.seal();
            log.commit();
            if (commit > 200) {
                largest = Math.max(largest, state.logged() - Math.max(small, 3 * state.live()));
            }
        }

        assertThat(largest)
                .as("bytes that the log was larger than three times what is kept")
                .isLessThan(100_000);
        long moved = log.writtenBytes() - noted;
        assertThat(moved).as("bytes written again").isBetween(1L, noted);
        assertThat(restored(log.read(Compaction.PACKS_AND_TOMBSTONES_GONE, log.size())))
                .isEqualTo(life.expected());
    }

    @Test
    void whatIsNeverTouchedAgainIsMovedOnAndTheLogStillStaysBounded() {
        ChangelogModel log = new ChangelogModel();
        PackedState state = state(log, 0);
        Random random = new Random(32);
        RandomLife life = new RandomLife(random, 100, 500);
        for (int i = 0; i < 500; i++) {
            life.begin(state, "still-" + i);
        }
        state.seal();
        long still = state.live();
        double worst = 0;

        for (int commit = 0; commit < 3_000; commit++) {
            life.begin(state, "comes");
            life.forget(state, "comes");
            state.seal();
            log.commit();
            worst = Math.max(worst, (double) state.logged() / state.live());
        }

        assertThat(still).isGreaterThan(100_000);
        assertThat(log.tombstones()).isGreaterThan(1_000);
        assertThat(worst).isLessThan(5);
        assertThat(restored(log.read(Compaction.PACKS_GONE, log.size()))).isEqualTo(life.expected());
    }

    @Test
    void noPackIsLargerThanABrokerTakesHoweverLongAConversationIs() {
        ChangelogModel log = new ChangelogModel();
        PackedState state = state(log, 0);
        byte[] entry = new byte[900_000];
        new Random(33).nextBytes(entry);
        state.begin("customer", "long", TestCodec.image(0, NOTHING), entry);
        for (int turn = 0; turn < 5; turn++) {
            state.turn(state.holdings().find("customer", "long"), TestCodec.image(0, NOTHING), null, entry);
            state.seal();
        }
        for (int turn = 0; turn < 2_000; turn++) {
            state.begin("customer", "short-" + turn, TestCodec.image(0, new byte[40_000]), NOTHING);
            state.forget(state.holdings().find("customer", "short-" + turn));
            state.seal();
        }
        log.commit();

        assertThat(log.tombstones()).isGreaterThan(100);
        assertThat(log.largest()).isLessThan(512 << 10);
        assertThat(restored(log.read(Compaction.PACKS_AND_TOMBSTONES_GONE, log.size())))
                .isEqualTo(StateModel.of(state));
    }

    @Test
    void aHandleIsNotGivenAgainWhileTheLogStillSpeaksOfIt() {
        ChangelogModel log = new ChangelogModel();
        PackedState first = state(log, Long.MAX_VALUE);
        first.begin("a", "one", TestCodec.image(0, NOTHING), NOTHING);
        first.seal();
        first.begin("a", "two", TestCodec.image(0, NOTHING), NOTHING);
        Kept two = first.holdings().find("a", "two");
        first.forget(two);
        first.seal();
        log.commit();

        PackedState second = restored(log.read(Compaction.NONE, 0), log, Long.MAX_VALUE);
        second.begin("b", "three", TestCodec.image(7, NOTHING), NOTHING);

        assertThat(second.holdings().find("b", "three").handle).isGreaterThan(two.handle);
        assertThat(second.packs().current()).isEqualTo(2);
    }

    @Test
    void aCommitWithoutAChangeWritesNothing() {
        ChangelogModel log = new ChangelogModel();
        PackedState state = state(log, 0);
        state.begin("a", "one", TestCodec.image(0, NOTHING), NOTHING);
        state.seal();
        log.commit();
        int before = log.size();

        state.seal();
        log.commit();

        assertThat(log.size()).isEqualTo(before);
    }

    @Test
    void whatCannotBeIsRefusedBeforeItIsWritten() {
        ChangelogModel log = new ChangelogModel();
        PackedState state = state(log, 0);
        state.begin("a", "one", TestCodec.image(0, NOTHING), NOTHING);
        Kept kept = state.holdings().find("a", "one");

        assertThatThrownBy(() -> state.begin("a", "one", TestCodec.image(0, NOTHING), NOTHING))
                .isInstanceOf(IllegalStateException.class);
        state.forget(kept);
        state.forget(kept);
        assertThatThrownBy(() -> state.turn(kept, TestCodec.image(0, NOTHING), null, NOTHING))
                .isInstanceOf(IllegalStateException.class);
        state.seal();
        log.commit();

        assertThat(restored(log.read(Compaction.NONE, 0)).images()).isEmpty();
    }

    @Test
    void aDamagedOrForeignRecordStopsTheRestore() {
        ChangelogModel log = new ChangelogModel();
        PackedState state = state(log, 0);
        state.begin("a", "one", TestCodec.image(0, new byte[50]), new byte[50]);
        state.seal();
        log.commit();
        byte[] whole = log.read(Compaction.NONE, 0).get(0).value();
        byte[] cut = java.util.Arrays.copyOf(whole, whole.length - 1);

        assertThatThrownBy(() -> restored(List.of(new Entry(0, cut)))).isInstanceOf(RuntimeException.class);
        assertThatThrownBy(() -> restored(List.of(new Entry(0, new byte[] {9, 1}))))
                .isInstanceOf(IllegalStateException.class);
    }
}

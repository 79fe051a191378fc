// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.packed.ChangelogModel.Compaction;
import io.baton.packed.ChangelogModel.Entry;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.apache.kafka.common.utils.Bytes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the heap has no room for is on disk, and nothing else is different. */
class PackedOnDiskTest {

    private static final byte[] NOTHING = new byte[0];

    @TempDir
    private Path dir;

    private int processes;

    /** That of a process of its own. */
    private StateBudget budget(long max) {
        Path own = dir.resolve("process-" + processes++);
        return new StateBudget(max, () -> own, options -> {});
    }

    private static PackedState state(PackedState.Log log, long small, StateBudget budget) {
        return new PackedState(new TestCodec(), log, new Cleaning(small), budget.share());
    }

    private static PackedState restored(List<Entry> entries, PackedState.Log log, long small, StateBudget budget) {
        PackedState state = state(log, small, budget);
        ChangelogModel.restore(state, entries);
        return state;
    }

    private StateModel restored(List<Entry> entries, long max) {
        PackedState state = restored(entries, (number, pack) -> {}, 0, budget(max));
        StateModel found = StateModel.of(state);
        state.close();
        return found;
    }

    @ParameterizedTest
    @CsvSource({"41, 1", "42, 1", "43, 5000", "44, 5000", "45, 20000", "46, 20000", "47, 60000", "48, 60000"})
    void eachCommitIsRestoredAsItWasWhateverIsOnDiskAndHoweverTheLogWasCompacted(int seed, long max) {
        Random random = new Random(seed);
        ChangelogModel log = new ChangelogModel();
        RandomLife life = new RandomLife(random, 1 + random.nextInt(40), 1 + random.nextInt(300));
        long small = random.nextInt(3) * 2_000L;
        PackedState state = state(log, small, budget(max));
        boolean wasOnDisk = false;

        for (int commit = 0; commit < 100; commit++) {
            steps(life, state, random.nextInt(30));
            state.seal();
            log.commit();
            life.commit();
            StateModel expected = life.expected();

            assertThat(StateModel.of(state)).isEqualTo(expected);
            assertThat(state.holdings().heap()).isLessThanOrEqualTo(max);
            wasOnDisk |= state.holdings().disk() > 0;
            if (random.nextInt(10) == 0) {
                Compaction compaction = Compaction.values()[random.nextInt(3)];
                int upTo = random.nextInt(log.size() + 1);
                assertThat(restored(log.read(compaction, upTo), max)).isEqualTo(expected);
                assertThat(restored(log.read(compaction, log.size(), random.nextInt(log.size() + 1)), max))
                        .as("compacted while it was read")
                        .isEqualTo(expected);
                steps(life, state, random.nextInt(30));
                log.abort();
                life.abort();
                log.compact(compaction, upTo);
                state.close();
                state = restored(log.read(Compaction.NONE, 0), log, small, budget(max));
            }
        }
        assertThat(wasOnDisk).isTrue();
        state.close();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 8_000})
    void aStandbyOnDiskHoldsTheSameAndCanTakeOverAndGiveBack(long max) {
        Random random = new Random(51);
        ChangelogModel log = new ChangelogModel();
        RandomLife life = new RandomLife(random, 20, 200);
        PackedState active = state(log, 0, budget(Long.MAX_VALUE));
        PackedState standby = state(log, 0, budget(max));
        int read = 0;

        for (int commit = 0; commit < 150; commit++) {
            steps(life, active, random.nextInt(20));
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
        active.close();
        standby.close();
    }

    /** Otherwise stores that shrink in turn would come to hold more than the heap has. */
    @Test
    void whatIsPutAwayGivesItsPartOfTheHeapBack() {
        StateBudget budget = budget(30_000_000);
        PackedState first = state((number, pack) -> {}, Long.MAX_VALUE, budget);
        PackedState second = state((number, pack) -> {}, Long.MAX_VALUE, budget);
        fill(first, 8_000);
        long alone = first.holdings().onHeap().blocks().taken();
        fill(second, 8_000);
        first.seal();

        assertThat(first.holdings().disk()).as("bytes of the first on disk").isPositive();
        long shared = first.holdings().onHeap().blocks().taken();
        assertThat(shared).isLessThan(alone * 4 / 5).isLessThan(first.holdings().heap() * 5 / 4);
        assertThat(first.holdings().find("customer-1", "c").journal()).hasSize(1_500);
        assertThat(first.holdings().find("customer-7999", "c").journal()).hasSize(1_500);
        first.close();
        second.close();
    }

    private static void fill(PackedState state, int customers) {
        for (int i = 0; i < customers; i++) {
            state.begin("customer-" + i, "c", TestCodec.image(0, new byte[500]), new byte[1_500]);
        }
        state.seal();
    }

    @Test
    void whatIsErasedIsNowhereOnDiskOnceItsFilesAreWrittenAnew() throws IOException {
        PackedState state = state((number, pack) -> {}, 0, budget(1));
        byte[] said = "what only she said".getBytes(StandardCharsets.UTF_8);
        state.begin("she", "one", TestCodec.image(5, said), said);
        state.begin("he", "two", TestCodec.image(0, NOTHING), NOTHING);
        state.journey("she", said, 7);
        state.timers().add(WaitingTimers.key(5, "she", "one"));
        state.timers().add(WaitingTimers.key(7, "she", null));
        state.seal();
        state.holdings().rewriteDisk();
        assertThat(files()).anyMatch(file -> file.contains("what only she said"));

        state.timers().remove(WaitingTimers.key(5, "she", "one"));
        state.timers().remove(WaitingTimers.key(7, "she", null));
        state.conversations("she").forEach(state::forget);
        state.forgetJourney("she");
        state.seal();
        state.holdings().rewriteDisk();

        assertThat(state.holdings().customer("she")).isNull();
        assertThat(state.timers()).isEmpty();
        assertThat(state.holdings().find("he", "two")).isNotNull();
        assertThat(files()).noneMatch(file -> file.contains("what only she said"));
        assertThat(tables()).isNotEmpty().noneMatch(file -> file.contains("she"));
        state.close();
        assertThat(files()).isEmpty();
    }

    @Test
    void whoeverWasAskedForStaysOnTheHeapAndTheOthersGo() {
        PackedState state = state((number, pack) -> {}, Long.MAX_VALUE, budget(60_000));
        for (int i = 0; i < 100; i++) {
            state.begin("customer-" + i, "c", TestCodec.image(0, new byte[500]), NOTHING);
            state.holdings().find("customer-0", "c");
            state.seal();
        }
        long onDisk = state.holdings().disk();

        Kept wanted = state.holdings().find("customer-0", "c");

        assertThat(onDisk).isGreaterThan(10_000);
        assertThat(state.holdings().disk()).as("the wanted one was on the heap").isEqualTo(onDisk);
        assertThat(wanted).isNotNull();
        state.holdings().find("customer-1", "c");
        assertThat(state.holdings().disk()).as("the next was not").isLessThan(onDisk);
        state.close();
    }

    @Test
    void aStoreWithinItsEqualShareGivesNothingUp() {
        StateBudget budget = budget(40_000);
        PackedState large = state((number, pack) -> {}, Long.MAX_VALUE, budget);
        PackedState small = state((number, pack) -> {}, Long.MAX_VALUE, budget);
        for (int i = 0; i < 100; i++) {
            large.begin("large-" + i, "c", TestCodec.image(0, new byte[500]), NOTHING);
        }
        for (int i = 0; i < 10; i++) {
            small.begin("small-" + i, "c", TestCodec.image(0, new byte[500]), NOTHING);
        }

        small.seal();
        large.seal();
        small.seal();

        assertThat(small.holdings().disk()).isZero();
        assertThat(large.holdings().disk()).isGreaterThan(20_000);
        assertThat(budget.heapBytes()).isLessThanOrEqualTo(40_000).isGreaterThan(30_000);
        small.close();
        large.close();
        assertThat(budget.heapBytes()).isZero();
    }

    @Test
    void timersAreInOrderWhereverTheyAre() {
        PackedState state = state((number, pack) -> {}, Long.MAX_VALUE, budget(1));
        for (int due : new int[] {5, 3, 9, 1, 7}) {
            state.begin("customer-" + due, "c", TestCodec.image(due, NOTHING), NOTHING);
            state.timers().add(WaitingTimers.key(due, "customer-" + due, "c"));
        }
        state.seal();
        state.timers().add(WaitingTimers.key(4, "other", null));
        state.timers().remove(WaitingTimers.key(1, "customer-1", "c"));
        state.timers().remove(WaitingTimers.key(7, "customer-7", "c"));
        state.timers().add(WaitingTimers.key(2, "other", null));

        List<Long> dues = new ArrayList<>();
        for (Bytes timer : state.timers()) {
            dues.add(java.nio.ByteBuffer.wrap(timer.get()).getLong());
        }

        assertThat(dues).containsExactly(2L, 3L, 4L, 5L, 9L);
        state.close();
    }

    @Test
    void aFolderThatCannotBeWrittenStopsTheCommitAndIsNamed() throws IOException {
        Path file = Files.createFile(dir.resolve("file"));
        PackedState state =
                state((number, pack) -> {}, 0, new StateBudget(1, () -> file.resolve("below"), options -> {}));
        state.begin("a", "one", TestCodec.image(0, NOTHING), NOTHING);

        assertThatThrownBy(state::seal)
                .isInstanceOf(StateOnDiskException.class)
                .hasMessageStartingWith("state.dir: ")
                .hasMessageContaining(file.toString());
    }

    private static void steps(RandomLife life, PackedState state, int count) {
        for (int steps = count; steps > 0; steps--) {
            life.step(state);
        }
    }

    private List<String> files() throws IOException {
        return contents("");
    }

    /** Those with keys and values in them. */
    private List<String> tables() throws IOException {
        return contents(".sst");
    }

    private List<String> contents(String ending) throws IOException {
        try (Stream<Path> all = Files.walk(dir)) {
            List<String> contents = new ArrayList<>();
            for (Path file : all.filter(Files::isRegularFile)
                    .filter(file -> file.toString().endsWith(ending))
                    .toList()) {
                contents.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return contents;
        }
    }
}

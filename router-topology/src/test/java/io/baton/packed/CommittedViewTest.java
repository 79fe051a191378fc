// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.packed.CustomerView.ConversationView;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other threads see of a state: what has been committed, whole, wherever it is kept. */
class CommittedViewTest {

    private static final HexFormat HEX = HexFormat.of();
    private static final byte[] NOTHING = new byte[0];

    @TempDir
    private Path dir;

    private PackedState state(long max) {
        return new PackedState(
                new TestCodec(),
                (number, pack) -> {},
                new StateBudget(max, () -> dir.resolve("attic"), options -> {}).share(),
                true);
    }

    /** What is seen of all customers, as the model has it. */
    private static Map<String, String> seen(PackedState state, int customers) {
        Map<String, String> seen = new TreeMap<>();
        for (int i = 0; i < customers; i++) {
            String customer = "customer-" + i;
            CustomerView view = state.holdings().view(customer);
            for (ConversationView one : view.conversations()) {
                seen.put(customer + "/" + one.id(), HEX.formatHex(one.image()) + " " + HEX.formatHex(one.journal()));
            }
            if (view.journey() != null) {
                seen.put(customer, HEX.formatHex(view.journey()));
            }
        }
        return seen;
    }

    private static Map<String, String> expected(RandomLife life) {
        StateModel model = life.expected();
        Map<String, String> expected = new TreeMap<>(model.journeys());
        model.images()
                .forEach((key, image) ->
                        expected.put(key, image + " " + model.journals().get(key)));
        return expected;
    }

    /** Whoever has found an image reads it after the state was let go of. */
    @Test
    void anImageThatWasSeenStaysAsItWasWhenItsTaskBecomesAStandbyAndReadsOn() {
        ChangelogModel log = new ChangelogModel();
        PackedState active =
                new PackedState(new TestCodec(), log, StateBudget.unlimited().share(), false);
        byte[] first = TestCodec.image(1, new byte[20]);
        byte[] second = TestCodec.image(2, new byte[20]);
        active.begin("customer-0", "c", first, NOTHING);
        active.seal();
        log.commit();
        PackedState state = state(Long.MAX_VALUE);
        ChangelogModel.restore(state, log.read(ChangelogModel.Compaction.NONE, 0));
        int read = log.size();

        byte[] seen = state.holdings().view("customer-0").conversations().get(0).image();
        Kept kept = active.conversations("customer-0").get(0);
        active.turn(kept, second, TestCodec.delta(first, second), NOTHING);
        active.seal();
        log.commit();
        List<ChangelogModel.Entry> entries = log.read(ChangelogModel.Compaction.NONE, 0);
        ChangelogModel.restore(state, entries.subList(read, entries.size()));

        assertThat(seen).isEqualTo(first);
        assertThat(state.conversations("customer-0").get(0).image()).isEqualTo(second);
    }

    @ParameterizedTest
    @CsvSource({"61, 9223372036854775807", "62, 1", "63, 8000", "64, 30000"})
    void whatIsSeenIsTheLastCommitWhateverHappensSince(int seed, long max) {
        Random random = new Random(seed);
        int customers = 1 + random.nextInt(30);
        RandomLife life = new RandomLife(random, customers, 200);
        PackedState state = state(max);
        Map<String, String> committed = Map.of();

        for (int commit = 0; commit < 60; commit++) {
            for (int steps = random.nextInt(30); steps > 0; steps--) {
                life.step(state);
                if (random.nextInt(5) == 0) {
                    state.holdings().relieve();
                }
            }
            assertThat(seen(state, customers)).isEqualTo(committed);
            state.seal();
            assertThat(seen(state, customers)).as("on its way, not committed").isEqualTo(committed);
            Commits.done();
            committed = expected(life);
            assertThat(seen(state, customers)).isEqualTo(committed);
        }
        state.close();
        assertThat(state.holdings().view("customer-0")).as("closed").isNull();
    }

    /** Each transaction writes an odd number and then an even one, and as many entries as the number says. */
    @ParameterizedTest
    @CsvSource({"9223372036854775807", "1"})
    void whoLooksInWhileItIsWrittenSeesWholeTransactionsInTheirOrder(long max) throws Exception {
        PackedState state = state(max);
        state.begin("she", "one", TestCodec.image(0, NOTHING), NOTHING);
        state.seal();
        Commits.done();
        AtomicBoolean over = new AtomicBoolean();
        AtomicInteger moved = new AtomicInteger();
        CompletableFuture<Void> reader = CompletableFuture.runAsync(() -> {
            long last = 0;
            while (!over.get()) {
                ConversationView one =
                        state.holdings().view("she").conversations().get(0);
                long number = ByteBuffer.wrap(one.image()).getLong();
                assertThat(number).isGreaterThanOrEqualTo(last).isEven();
                assertThat((long) one.journal().length).isEqualTo(number);
                for (int i = 0; i < one.journal().length; i++) {
                    assertThat(one.journal()[i]).isEqualTo((byte) (i + 1));
                }
                moved.addAndGet(number > last ? 1 : 0);
                last = number;
            }
        });

        // As long as it takes the reader to see some of it, on a machine that has other things to do.
        for (int number = 1; (number <= 4_000 || moved.get() == 0) && !reader.isDone(); number++) {
            Kept kept = state.holdings().find("she", "one");
            state.turn(kept, TestCodec.image(number, NOTHING), null, new byte[] {(byte) number});
            if (number % 2 == 0) {
                state.seal();
                Commits.done();
            }
        }
        over.set(true);

        reader.get();
        assertThat(moved).as("commits that the reader saw").hasPositiveValue();
        state.close();
    }

    @Test
    void lookingInBringsNobodyBackFromDisk() {
        PackedState state = state(1);
        state.begin("she", "one", TestCodec.image(0, NOTHING), NOTHING);
        state.seal();
        Commits.done();
        long onDisk = state.holdings().disk();

        assertThat(state.holdings().view("she").conversations()).hasSize(1);

        assertThat(state.holdings().disk()).isEqualTo(onDisk).isPositive();
        assertThat(state.holdings().heap()).isZero();
        state.close();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Things that lie in blocks are what was put there, whatever else comes, grows, goes and is moved. */
class BlocksTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void eachThingIsWhatWasPutThere(long seed) {
        Random random = new Random(seed);
        Blocks blocks = seed % 2 == 0 ? Blocks.small() : new Blocks();
        List<Thing> things = new ArrayList<>();
        List<Thing> seen = new ArrayList<>();
        for (int step = 0; step < 20_000; step++) {
            boolean growing = (step / 4_000) % 2 == 0;
            int choice = random.nextInt(10);
            if (things.isEmpty() || choice < (growing ? 4 : 1)) {
                things.add(new Thing(blocks, bytes(random)));
            } else if (choice == 5) {
                things.get(random.nextInt(things.size())).replace(bytes(random));
            } else if (choice < 6) {
                things.get(random.nextInt(things.size())).append(bytes(random));
            } else if (choice < 9) {
                Thing gone = things.remove(random.nextInt(things.size()));
                if (!seen.isEmpty()) {
                    seen.add(gone.copy());
                }
                blocks.release(gone.first);
            } else if (seen.isEmpty() && random.nextInt(5) == 0 && !things.isEmpty()) {
                blocks.hold();
                things.forEach(thing -> seen.add(thing.copy()));
            } else {
                blocks.letGo();
                seen.clear();
            }
            if (blocks.isSparse()) {
                int limit = blocks.move();
                things.forEach(thing -> thing.move(limit));
                blocks.moved(limit);
                assertThat(blocks.isSparse()).isFalse();
            }
            if (step % 500 == 0) {
                things.forEach(Thing::check);
                seen.forEach(Thing::check);
            }
        }
        things.forEach(Thing::check);
    }

    @Test
    void whatWasGivenBackIsUsedAgain() {
        Blocks blocks = Blocks.small();
        byte[] bytes = new byte[600];
        for (int i = 0; i < 10_000; i++) {
            blocks.release(blocks.put(bytes, 0, bytes.length));
        }
        assertThat(blocks.taken()).as("bytes of pages").isEqualTo(4 * 256);
    }

    @Test
    void aPageOfWhichLittleIsUsedIsGivenToTheCollector() {
        Blocks blocks = Blocks.small();
        List<Thing> things = new ArrayList<>();
        for (int i = 0; i < 3_200; i++) {
            things.add(new Thing(blocks, new byte[] {(byte) i}));
        }
        assertThat(blocks.taken()).isEqualTo(3_200 * 256);
        for (int i = things.size() - 1; i >= 0; i--) {
            if (i % 32 != 5) {
                blocks.release(things.remove(i).first);
            }
        }

        assertThat(blocks.isSparse()).isTrue();
        int limit = blocks.move();
        things.forEach(thing -> thing.move(limit));
        blocks.moved(limit);

        assertThat(blocks.taken()).isEqualTo(26 * 4 * 256);
        things.forEach(Thing::check);
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(3) == 0 ? 252 * random.nextInt(4) : random.nextInt(900)];
        random.nextBytes(bytes);
        return bytes;
    }

    /** Bytes in blocks, beside what they should be. */
    private static final class Thing {

        private final Blocks blocks;
        private byte[] expected;
        private int first;
        private int last;

        Thing(Blocks blocks, byte[] expected) {
            this.blocks = blocks;
            this.expected = expected;
            first = blocks.put(expected, 0, expected.length);
            last = blocks.last(first);
        }

        Thing copy() {
            Thing copy = new Thing(blocks, new byte[0]);
            copy.expected = expected;
            copy.first = first;
            return copy;
        }

        void append(byte[] more) {
            if (expected.length == 0) {
                first = blocks.put(more, 0, more.length);
                last = blocks.last(first);
            } else {
                last = blocks.append(last, expected.length, more, 0, more.length);
            }
            int end = expected.length;
            expected = Arrays.copyOf(expected, end + more.length);
            System.arraycopy(more, 0, expected, end, more.length);
        }

        void replace(byte[] other) {
            first = blocks.replace(first, expected.length, other);
            last = blocks.last(first);
            expected = other;
        }

        void move(int limit) {
            first = blocks.move(first, limit);
            last = blocks.last(first);
        }

        void check() {
            assertThat(blocks.copy(first, expected.length)).isEqualTo(expected);
        }
    }
}

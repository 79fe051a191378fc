// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DeltaTest {

    @Test
    void aChangeGivesBackWhatItWasMadeFrom() {
        Random random = new Random(1);
        int shorter = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] before = new byte[random.nextInt(400)];
            random.nextBytes(before);
            byte[] after = mutated(before, random);
            byte[] delta = Delta.between(before, after);
            if (delta != null) {
                assertThat(delta).hasSizeLessThan(after.length);
                assertThat(Delta.apply(before, delta)).isEqualTo(after);
                shorter++;
            }
        }
        assertThat(shorter).isGreaterThan(25_000);
    }

    @Test
    void aChangeWithinOtherBytesMayBeMadeWhereTheImageLies() {
        Random random = new Random(2);
        int inPlace = 0;
        for (int i = 0; i < 20_000; i++) {
            byte[] before = new byte[random.nextInt(400)];
            random.nextBytes(before);
            byte[] after = mutated(before, random);
            byte[] delta = Delta.between(before, after);
            if (delta != null) {
                byte[] pack = new byte[delta.length + 20];
                System.arraycopy(delta, 0, pack, 7, delta.length);
                byte[] image = before.clone();

                byte[] kept = Delta.apply(image, pack, 7, 7 + delta.length, false);
                assertThat(image).isEqualTo(before);
                byte[] changed = Delta.apply(image, pack, 7, 7 + delta.length, true);

                assertThat(kept).isEqualTo(after);
                assertThat(changed).isEqualTo(after);
                assertThat(changed == image).isEqualTo(after.length == before.length);
                inPlace += changed == image ? 1 : 0;
            }
        }
        assertThat(inPlace).isGreaterThan(3_000);
    }

    @Test
    void theChangesOfAConversationGiveBackEachOfItsImages() {
        for (long seed = 0; seed < 20; seed++) {
            byte[] before = null;
            for (byte[] after : ConversationImageTest.images(seed, 30)) {
                byte[] delta = before == null ? null : Delta.between(before, after);
                if (delta != null) {
                    assertThat(Delta.apply(before, delta)).isEqualTo(after);
                }
                before = after;
            }
        }
    }

    @Test
    void anOrdinaryTurnChangesAtMost100Bytes() {
        List<Integer> sizes = new ArrayList<>();
        for (long seed = 0; seed < 20; seed++) {
            List<byte[]> images = ConversationImageTest.images(seed, 30);
            for (int i = 1; i < images.size(); i++) {
                byte[] delta = Delta.between(images.get(i - 1), images.get(i));
                sizes.add(delta == null ? images.get(i).length : delta.length);
            }
        }
        Collections.sort(sizes);

        assertThat(sizes.get(sizes.size() / 2)).isLessThanOrEqualTo(100);
    }

    @Test
    void equalBytesDifferInNothing() {
        byte[] image = ConversationImageTest.images(1, 3).get(4);

        byte[] delta = Delta.between(image, image.clone());

        assertThat(delta).hasSizeLessThanOrEqualTo(2);
        assertThat(Delta.apply(image, delta)).isEqualTo(image);
    }

    @Test
    void aWordInTheTailThatGrowsDoesNotMoveTheRestIntoTheChange() {
        byte[] before = "fixed part/word/and a long rest that stays as it is".getBytes(StandardCharsets.UTF_8);
        byte[] after = "fixed part/longer word/and a long rest that stays as it is".getBytes(StandardCharsets.UTF_8);

        assertThat(Delta.between(before, after)).hasSizeLessThan(16);
    }

    @Test
    void bytesThatHaveNothingInCommonGiveNoChange() {
        byte[] before = new byte[100];
        byte[] after = new byte[100];
        Arrays.fill(after, (byte) 1);

        assertThat(Delta.between(before, after)).isNull();
        assertThat(Delta.between(new byte[0], new byte[0])).isNull();
    }

    @Test
    void aDamagedChangeIsRefusedAndNothingElseHappens() {
        Random random = new Random(2);
        List<byte[]> images = ConversationImageTest.images(3, 3);
        byte[] delta = Delta.between(images.get(3), images.get(4));
        for (int i = 0; i < 50_000; i++) {
            byte[] damaged = mutated(delta, random);
            try {
                assertThat(Delta.apply(images.get(3), damaged)).hasSizeLessThan(10_000);
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageContaining("stored bytes");
            }
        }
        assertThatIllegalArgumentException().isThrownBy(() -> Delta.apply(new byte[3], new byte[0]));
    }

    static byte[] mutated(byte[] before, Random random) {
        byte[] after = Arrays.copyOf(before, Math.max(0, before.length + lengthChange(random)));
        int changes = random.nextInt(8);
        for (int i = 0; i < changes && after.length > 0; i++) {
            after[random.nextInt(after.length)] = (byte) random.nextInt(4);
        }
        if (random.nextInt(4) == 0 && after.length > 20) {
            System.arraycopy(after, 5, after, 9, after.length - 9);
        }
        return after;
    }

    private static int lengthChange(Random random) {
        return random.nextBoolean() ? 0 : random.nextInt(60) - 30;
    }
}

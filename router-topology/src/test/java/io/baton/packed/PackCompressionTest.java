// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PackCompressionTest {

    private final PackCompression compression = new PackCompression();

    private static byte[] plain(byte[] logged) {
        Unpacked pack = new Unpacked().take(logged);
        return Arrays.copyOf(pack.bytes(), pack.length());
    }

    @Test
    void textTakesLessRoomAndComesBackWhole() {
        byte[] pack = ("\1" + "my invoice is wrong again, and nobody answers. ".repeat(200)).getBytes(UTF_8);
        byte[] logged = compression.logged(pack, pack.length);

        assertThat(logged.length).isLessThan(pack.length / 4);
        assertThat(plain(logged)).isEqualTo(pack);
    }

    @Test
    void onlyWhatIsFilledIsLogged() {
        byte[] half = Arrays.copyOf("\1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".getBytes(UTF_8), 5_000);

        assertThat(plain(compression.logged(half, 33))).isEqualTo(Arrays.copyOf(half, 33));
    }

    @Test
    void whatDoesNotGetShorterStaysAsItIs() {
        byte[] noise = new byte[50_000];
        new Random(7).nextBytes(noise);
        noise[0] = Pack.VERSION;

        assertThat(compression.logged(noise, noise.length)).isEqualTo(noise);
        assertThat(plain(noise)).isEqualTo(noise);
    }

    @Test
    void packsOfBeforeCompressionAreRead() {
        Pack before = new Pack();
        before.text("customer");

        PackScan scan = new Unpacked().take(before.take()).scan();

        assertThat(scan.text()).isEqualTo("customer");
    }

    @Test
    void aPackThatEndsTooEarlyIsNotReadOnIntoTheOneBefore() {
        Pack longer = new Pack();
        longer.text("the customer of the pack before this one, the customer of the pack before this one");
        longer.text("and once more: the customer of the pack before this one");
        Pack cutOff = new Pack();
        cutOff.text("a customer, a customer, a customer, a customer");
        cutOff.number(40);
        Unpacked room = new Unpacked();

        PackScan before = room.take(longer.takeLogged(compression)).scan();
        before.text();
        assertThat(before.text()).startsWith("and once more");
        PackScan scan = room.take(cutOff.takeLogged(compression)).scan();
        scan.text();

        assertThatIllegalStateException().isThrownBy(scan::pass);
    }

    @Test
    void damageStopsTheTask() {
        byte[] pack = ("\1" + "the same again ".repeat(100)).getBytes(UTF_8);
        byte[] logged = compression.logged(pack, pack.length);
        byte[] cutOff = Arrays.copyOf(logged, logged.length - 3);
        byte[] tooLong = logged.clone();
        tooLong[1] = 0x7f;

        assertThatIllegalStateException().isThrownBy(() -> plain(cutOff));
        assertThatIllegalStateException().isThrownBy(() -> plain(tooLong));
    }
}

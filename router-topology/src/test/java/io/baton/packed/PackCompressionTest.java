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

    @Test
    void textTakesLessRoomAndComesBackWhole() {
        byte[] pack = ("\1" + "my invoice is wrong again, and nobody answers. ".repeat(200)).getBytes(UTF_8);
        byte[] logged = compression.logged(pack, pack.length);

        assertThat(logged.length).isLessThan(pack.length / 4);
        assertThat(PackCompression.plain(logged)).isEqualTo(pack);
    }

    @Test
    void onlyWhatIsFilledIsLogged() {
        byte[] half = Arrays.copyOf("\1aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa".getBytes(UTF_8), 5_000);

        assertThat(PackCompression.plain(compression.logged(half, 33))).isEqualTo(Arrays.copyOf(half, 33));
    }

    @Test
    void whatDoesNotGetShorterStaysAsItIs() {
        byte[] noise = new byte[50_000];
        new Random(7).nextBytes(noise);
        noise[0] = Pack.VERSION;

        assertThat(compression.logged(noise, noise.length)).isEqualTo(noise);
        assertThat(PackCompression.plain(noise)).isEqualTo(noise);
    }

    @Test
    void packsOfBeforeCompressionAreRead() {
        Pack before = new Pack();
        before.text("customer");

        PackScan scan = new PackScan(PackCompression.plain(before.take()));

        assertThat(scan.text()).isEqualTo("customer");
    }

    @Test
    void damageStopsTheTask() {
        byte[] pack = ("\1" + "the same again ".repeat(100)).getBytes(UTF_8);
        byte[] logged = compression.logged(pack, pack.length);
        byte[] cutOff = Arrays.copyOf(logged, logged.length - 3);
        byte[] tooLong = logged.clone();
        tooLong[1] = 0x7f;

        assertThatIllegalStateException().isThrownBy(() -> PackCompression.plain(cutOff));
        assertThatIllegalStateException().isThrownBy(() -> PackCompression.plain(tooLong));
    }
}

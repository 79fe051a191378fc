// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.baton.config.ConfigFile;
import io.baton.config.RouterConfig;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What state beyond the heap leaves on disk, and how much of the heap it may be given. */
class PutAwayFolderTest {

    @TempDir
    private Path dir;

    private static RouterConfig config(String... settings) {
        ConfigFile.Read read = ConfigFile.read("""
                kafka: {bootstrap.servers: "broker:9092"}
                registry: {url: "http://registry:8081"}
                """, List.of(settings));
        return ((ConfigFile.Read.Valid) read).config();
    }

    @Test
    void nothingIsMadeBeforeItIsNeededAndNothingIsLeft() throws IOException {
        try (PutAwayFolder folder = PutAwayFolder.below(dir)) {
            assertThat(dir).isEmptyDirectory();
            Path taken = folder.take();
            Files.writeString(Files.createDirectories(taken.resolve("store-1")).resolve("000001.sst"), "said");
            assertThat(folder.take()).isEqualTo(taken);
        }
        assertThat(dir.resolve("put-away")).isEmptyDirectory();
    }

    @Test
    void whatADeadProcessLeftIsDeletedAndWhatALivingOneUsesIsNot() throws IOException {
        try (PutAwayFolder living = PutAwayFolder.below(dir)) {
            Path used = living.take();
            Path dead = dir.resolve("put-away").resolve("dead");
            Files.writeString(Files.createDirectories(dead.resolve("store-1")).resolve("000001.sst"), "said");

            PutAwayFolder.below(dir).close();

            assertThat(dead).doesNotExist();
            assertThat(used).isDirectory();
        }
    }

    @Test
    void aFolderThatCannotBeMadeIsNamed() throws IOException {
        Path file = Files.createFile(dir.resolve("file"));

        assertThatThrownBy(() -> PutAwayFolder.below(file).take())
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("state.dir: cannot be used: " + file);
    }

    @Test
    void aBudgetOfMoreThanTwoThirdsOfTheHeapIsRefused() {
        long heap = 3L << 30;

        assertThatCode(() -> HeapRoom.check(config("state.max=2g"), heap)).doesNotThrowAnyException();
        assertThatCode(() -> HeapRoom.check(config("state.max=3g", "state.store=rocksdb"), heap))
                .doesNotThrowAnyException();
        assertThatThrownBy(() -> HeapRoom.check(config("state.max=3g"), heap))
                .isInstanceOf(StartRefusedException.class)
                .hasMessageStartingWith("state.max: 3072m is more than two thirds of the heap of 3072m");
    }
}

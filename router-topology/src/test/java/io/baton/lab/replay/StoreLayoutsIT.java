// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.replay;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.baton.config.RouterConfig.StateLayout;
import io.baton.names.StoreLayout;
import io.baton.runtime.ChosenPolicy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** How state is kept decides nothing: the same recording gives the same files, byte for byte. */
class StoreLayoutsIT {

    private static final Path SHARED = Path.of("../../shared/data");
    private static final int LINES = 5_000;

    @TempDir
    private Path dir;

    @Test
    @Tag("T07")
    void theDemoGivesTheSameBytesInEachLayout() throws Exception {
        eachLayoutGivesTheSame(demo());
    }

    @Test
    @Tag("slow")
    void recordedDialoguesGiveTheSameBytesInEachLayout() throws Exception {
        Path recording = SHARED.resolve("sgd-replay.events.jsonl.gz");
        assumeTrue(
                Files.exists(recording),
                "skipped: no evaluation data at " + SHARED.toAbsolutePath().normalize());

        eachLayoutGivesTheSame(List.of(Files.write(dir.resolve("first.jsonl"), firstLines(recording))));
    }

    private void eachLayoutGivesTheSame(List<Path> files) throws Exception {
        Map<String, String> packed = replay(files, StoreLayout.PACKED);

        assertThat(packed.get("triage.conversation.outcomes.jsonl")).isNotEmpty();
        for (StoreLayout other : List.of(StoreLayout.MEMORY, StoreLayout.ROCKSDB)) {
            isTheSame(packed, replay(files, other), other.name());
        }
        for (long stateMax : new long[] {1, 100_000}) {
            Map<String, String> found = replay(files, StoreLayout.PACKED, stateMax);
            isTheSame(packed, found, "packed with " + stateMax + " bytes of heap and the rest on disk");
        }
    }

    private static void isTheSame(Map<String, String> packed, Map<String, String> found, String where) {
        assertThat(found).containsOnlyKeys(packed.keySet());
        packed.forEach((name, bytes) -> assertThat(found.get(name).equals(bytes)) // not their difference: megabytes
                .as("%s is the same in %s as in packed", name, where)
                .isTrue());
    }

    private Map<String, String> replay(List<Path> files, StoreLayout layout) throws Exception {
        return replay(files, layout, StateLayout.autoMaxBytes());
    }

    private Map<String, String> replay(List<Path> files, StoreLayout layout, long stateMax) throws Exception {
        Path out = Files.createDirectories(dir.resolve(layout.name() + stateMax));
        Order order = new Order(files, out, Duration.ofDays(8), ChosenPolicy.of(Optional.empty()), true);
        Report report = new Replay(order, (done, total) -> {}, lines -> layout, config -> {
                    StateLayout state = config.state();
                    return config.withState(new StateLayout(state.layout(), state.dir(), state.cacheBytes(), stateMax));
                })
                .run();
        assertThat(report.tally().escalations()).isGreaterThan(10);
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> written = Files.list(out)) {
            for (Path file : written.toList()) {
                contents.put(file.getFileName().toString(), Files.readString(file, UTF_8));
            }
        }
        return contents;
    }

    /** All that the demo plays: every category, profiles, surveys, returns to automation, an incident. */
    private static List<Path> demo() throws Exception {
        List<Path> files = new ArrayList<>();
        for (String name : List.of("conversations", "profiles", "signals", "incidents", "availability")) {
            files.add(Path.of(
                    StoreLayoutsIT.class.getResource("/demo/" + name + ".jsonl").toURI()));
        }
        return files;
    }

    private static List<String> firstLines(Path recording) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(recording)), UTF_8))) {
            return reader.lines().limit(LINES).toList();
        }
    }
}

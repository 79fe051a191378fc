// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.baton.event.Owner;
import io.baton.event.Path;
import io.baton.event.Resolver;
import io.baton.serde.Json;
import io.baton.state.ConversationState;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ConversationImageTest {

    private static final int ROUNDS = 3_000;

    @Test
    void everyFieldOfTheSchemaIsCarried() {
        ConversationState filled = new RandomRecords(1).filled(ConversationState.class);

        assertThat(again(filled, null)).isEqualTo(filled);
    }

    @Test
    void anyStateComesOutAsItWentIn() {
        RandomRecords records = new RandomRecords(2);
        byte[] before = null;
        for (int i = 0; i < ROUNDS; i++) {
            ConversationState state = records.any(ConversationState.class);
            byte[] image = ConversationImage.encode(state, before);

            assertThat(decoded(image, state)).isEqualTo(state);
            assertThat(ConversationImage.timerAt(image)).isEqualTo(state.getTimerAt());
            before = image;
        }
    }

    @Test
    void theStatesOfAConversationComeOutAsTheyWentIn() {
        for (long seed = 0; seed < 20; seed++) {
            byte[] before = null;
            for (ConversationState state : Stories.of(seed, 30)) {
                byte[] image = ConversationImage.encode(state, before);

                assertThat(decoded(image, state)).isEqualTo(state);
                assertThat(again(state, null)).isEqualTo(state);
                before = image;
            }
        }
    }

    @Test
    void whateverIsPassedAsTheImageBeforeChangesNothing() {
        ConversationState state = new RandomRecords(3).any(ConversationState.class);
        Random random = new Random(4);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] noise = new byte[random.nextInt(700)];
            random.nextBytes(noise);
            if (noise.length > 0) {
                noise[0] = Layout.VERSION;
            }
            assertThat(again(state, noise)).isEqualTo(state);
        }
    }

    @Test
    void whatIsNotANumberStaysSo() {
        ConversationState state = new RandomRecords(1).filled(ConversationState.class);
        state.getFigures().setSentimentLast(Float.NaN);
        state.setAmount(Double.NaN);

        assertThat(again(state, null).getFigures().getSentimentLast()).isNaN();
        assertThat(again(state, null).getAmount()).isNaN();
    }

    @Test
    void anIdThatLooksLikeAUuidComesOutLetterByLetter() {
        ConversationState state = new RandomRecords(1).filled(ConversationState.class);
        String id = "8c1f7a52-2f0f-4be5-9a35-5f6ff0a1be11";
        for (String like :
                List.of(id, id.toUpperCase(Locale.ROOT), id.replace('f', 'g'), id.replace('-', '0'), id + id)) {
            state.getSignals().get(0).setEventId(like);

            assertThat(again(state, null).getSignals().get(0).getEventId()).isEqualTo(like);
        }
    }

    @Test
    void oneFingerprintMoreChangesOneSlot() {
        ConversationState state = new RandomRecords(5).filled(ConversationState.class);
        state.setRecent(numbers(0, 16));
        byte[] before = ConversationImage.encode(state, null);
        state.setRecent(numbers(1, 17));
        byte[] after = ConversationImage.encode(state, before);

        assertThat(decoded(after, state)).isEqualTo(state);
        assertThat(Delta.between(before, after)).hasSizeLessThan(20);
    }

    @Test
    void theDecodedStateIsTheCallersOwn() {
        ConversationState state = new RandomRecords(6).filled(ConversationState.class);
        byte[] image = ConversationImage.encode(state, null);
        ConversationState first = decoded(image, state);
        first.getSignals().clear();
        first.getFigures().getActionHashes().clear();
        first.getRecent().putLong(0, 4711);

        assertThat(decoded(image, state)).isEqualTo(state);
    }

    @Test
    void anOrdinaryStateTakesAtMost512Bytes() {
        int[] sizes = IntStream.range(0, 20)
                .boxed()
                .flatMap(seed -> Stories.of(seed, 60).stream())
                .mapToInt(state -> ConversationImage.encode(state, null).length)
                .sorted()
                .toArray();

        assertThat(sizes[sizes.length / 2]).isLessThanOrEqualTo(512);
    }

    @Test
    void damagedBytesAreRefusedAndNothingElseHappens() {
        Random random = new Random(8);
        ConversationState state = new RandomRecords(9).filled(ConversationState.class);
        byte[] image = ConversationImage.encode(state, null);
        for (int i = 0; i < ROUNDS; i++) {
            byte[] damaged = Arrays.copyOf(image, random.nextInt(4) == 0 ? random.nextInt(image.length) : image.length);
            for (int j = 0; j < 3 && damaged.length > 0; j++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt();
            }
            try {
                decoded(damaged, state);
            } catch (IllegalArgumentException expected) {
                assertThat(expected).hasMessageNotContaining("text-");
            }
        }
    }

    @Test
    void anotherLayoutIsRefused() {
        byte[] image = ConversationImage.encode(new RandomRecords(1).filled(ConversationState.class), null);
        image[0] = 2;

        assertThatIllegalArgumentException().isThrownBy(() -> ConversationImage.decode("c", "v", image));
        assertThatThrownBy(() -> ConversationImage.decode("c", "v", new byte[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void layoutOneStaysReadable() throws Exception {
        JsonNode golden = new JsonMapper().readTree(resource("conversation-image-v1.json"));
        byte[] image =
                HexFormat.of().parseHex(resource("conversation-image-v1.hex").strip());

        ConversationState state = ConversationImage.decode("text-2", "text-3", image);

        JsonNode read = new JsonMapper().readTree(Json.text(state));
        assertHolds(read, golden);
        assertThat(ConversationImage.encode(state, null)).isEqualTo(image);
    }

    /** Every field that the release knew; those that came later hold their defaults. */
    private static void assertHolds(JsonNode read, JsonNode golden) {
        golden.properties().forEach(field -> {
            if (field.getValue().isObject()) {
                assertHolds(read.get(field.getKey()), field.getValue());
            } else {
                assertThat(read.get(field.getKey())).as(field.getKey()).isEqualTo(field.getValue());
            }
        });
    }

    @Test
    void theBytesOfEnumerationsAreTheirPlacesInTheSchema() {
        assertThat(names(Owner.values()))
                .startsWith("ASSISTANT", "ASSISTANT_REVIEWED", "WAITING_FOR_HUMAN", "HUMAN", "RESOLVED", "CLOSED");
        assertThat(names(Path.values())).startsWith("AUTOMATED", "ASSISTED", "HUMAN");
        assertThat(names(Resolver.values())).startsWith("ASSISTANT", "AGENT");
    }

    private static String[] names(Enum<?>[] values) {
        return Arrays.stream(values).map(Enum::name).toArray(String[]::new);
    }

    private static ByteBuffer numbers(int from, int to) {
        ByteBuffer numbers = ByteBuffer.allocate((to - from) * Long.BYTES);
        for (int i = from; i < to; i++) {
            numbers.putLong(i * 0x9e3779b97f4a7c15L);
        }
        return numbers.flip();
    }

    private static ConversationState again(ConversationState state, byte[] before) {
        return decoded(ConversationImage.encode(state, before), state);
    }

    private static ConversationState decoded(byte[] image, ConversationState like) {
        return ConversationImage.decode(like.getCustomerId(), like.getConversationId(), image);
    }

    static String resource(String name) throws Exception {
        try (InputStream in = ConversationImageTest.class.getResourceAsStream("/store/" + name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    static List<byte[]> images(long seed, int turns) {
        List<byte[]> images = new ArrayList<>();
        byte[] before = null;
        for (ConversationState state : Stories.of(seed, turns)) {
            before = ConversationImage.encode(state, before);
            images.add(before);
        }
        return images;
    }
}

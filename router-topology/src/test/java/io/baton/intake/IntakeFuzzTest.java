// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import static io.baton.intake.Records.bytes;
import static io.baton.intake.Records.event;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** What the author of a record can think of: every answer is a result, and no detail repeats what was sent. */
class IntakeFuzzTest {

    private static final int RECORDS = 20_000;
    private static final String[] SECRETS = {"jane.roe@example.com", "4111 1111 1111 1111", "GB82WEST12345698765432"};
    private static final String[] TOKENS = {
        "null",
        "1e999",
        "-1",
        "[]",
        "{}",
        "\"\\ud800\"",
        "true",
        "\"\"",
        "\"\\u0000\"",
        "99999999999999999999",
        "{",
        "]",
        ","
    };

    @Test
    @Tag("G02")
    void everyRecordGivesAResultAndNoDetailRepeatsIt() throws Exception {
        Random random = new Random(42);
        List<byte[]> seeds = seeds();
        Intake intake = Records.intake();
        Map<Refusal, Integer> refusals = new EnumMap<>(Refusal.class);
        int accepted = 0;

        for (int i = 0; i < RECORDS; i++) {
            byte[] value = i % 10 == 0 ? noise(random) : mutated(seeds.get(random.nextInt(seeds.size())), random);
            Result result = intake.read(null, value, Records.NO_HEADERS, Records.ARRIVED);

            assertThat(result).isNotNull();
            if (result instanceof Result.Refused refused) {
                refusals.merge(refused.reason(), 1, Integer::sum);
                assertThat(refused.detail())
                        .doesNotContain("jane", "4111", "WEST")
                        .hasSizeLessThan(200);
            } else {
                accepted++;
            }
        }

        assertThat(accepted).isGreaterThan(RECORDS / 50);
        assertThat(refusals).hasSizeGreaterThan(8);
    }

    private static List<byte[]> seeds() throws Exception {
        List<byte[]> seeds = new ArrayList<>();
        for (String secret : SECRETS) {
            List<String> events = List.of(
                    event(
                            "conversation.customer-message",
                            "\"text\":\"" + secret + "\",\"sentiment\":0.5,\"x\":\"" + secret + "\""),
                    event("conversation.survey-answered", "\"csat\":3,\"comment\":\"" + secret + "\""),
                    event("customer.profile-updated", "\"plan\":\"" + secret + "\",\"renewalOn\":\"2026-04-01\""),
                    event("incident.opened", "\"kind\":\"" + secret + "\",\"share\":0.5,\"categories\":[\"a\"]"));
            for (String event : events) {
                seeds.add(bytes(event));
                seeds.add(Records.frame(FactFromEvent.of(StructuredMode.read(bytes(event)))));
            }
        }
        return seeds;
    }

    private static byte[] noise(Random random) {
        byte[] value = new byte[random.nextInt(200)];
        random.nextBytes(value);
        if (value.length > 5 && random.nextBoolean()) {
            value[0] = 0;
            value[1] = 0;
            value[2] = 0;
            value[3] = 0;
            value[4] = (byte) random.nextInt(10);
        }
        return value;
    }

    private static byte[] mutated(byte[] seed, Random random) {
        byte[] value = seed.clone();
        switch (random.nextInt(4)) {
            case 0 -> {
                for (int n = random.nextInt(4); n >= 0; n--) {
                    value[random.nextInt(value.length)] = (byte) random.nextInt(256);
                }
            }
            case 1 -> value = Arrays.copyOf(value, random.nextInt(value.length + 1));
            case 2 -> value = spliced(value, bytes(TOKENS[random.nextInt(TOKENS.length)]), random);
            default -> value = spliced(value, new byte[0], random);
        }
        return value;
    }

    /** Replaces a short piece. */
    private static byte[] spliced(byte[] value, byte[] piece, Random random) {
        int from = random.nextInt(value.length);
        int to = Math.min(value.length, from + random.nextInt(12));
        byte[] result = new byte[from + piece.length + value.length - to];
        System.arraycopy(value, 0, result, 0, from);
        System.arraycopy(piece, 0, result, from, piece.length);
        System.arraycopy(value, to, result, from + piece.length, value.length - to);
        return result;
    }
}

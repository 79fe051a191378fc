// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.packet;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.EscalationRaised;
import io.baton.event.Speaker;
import io.baton.event.TranscriptTurn;
import io.baton.policy.signal.Signal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificDatumWriter;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@Tag("H01")
class TranscriptTest {

    private static final int LARGEST = 600_000;

    @Test
    void fourHundredTurnsAreKeptWhole() {
        // when
        EscalationRaised packet = PacketsTest.packet(conversation(200, "Short."));

        // then
        assertThat(packet.getTranscript()).hasSize(400);
        assertThat(packet.getTranscriptOmitted()).isZero();
    }

    @Test
    void aLongerOneLosesWhatTheAssistantSaidInTheMiddleFirst() {
        // when: 300 customer messages, 300 replies
        EscalationRaised packet = PacketsTest.packet(conversation(300, "Short."));

        // then every message of the customer is there, in order
        List<TranscriptTurn> turns = packet.getTranscript();
        assertThat(turns).hasSize(Transcript.MAX_TURNS);
        assertThat(turns).extracting(TranscriptTurn::getTurn).isSorted();
        assertThat(turns)
                .filteredOn(turn -> turn.getSpeaker() == Speaker.CUSTOMER)
                .hasSize(300);
        assertThat(packet.getTranscriptOmitted()).isEqualTo(600 - 399);
        assertThat(turns)
                .filteredOn(turn -> turn.getText().startsWith("[…"))
                .singleElement()
                .returns("[… 201 turns left out from here on …]", TranscriptTurn::getText)
                .returns(Speaker.ASSISTANT, TranscriptTurn::getSpeaker);
        assertThat(turns.get(0).getTurn()).isEqualTo(1);
        assertThat(turns.get(turns.size() - 1).getTurn()).isEqualTo(600);
    }

    @ParameterizedTest(name = "{0} exchanges of {1} characters")
    @CsvSource({"100, 20000", "1000, 3000", "2000, 10", "5000, 200"})
    void aPacketNeverOutgrowsItsTopic(int exchanges, int chars) throws IOException {
        // given characters of three bytes each
        TestHandover given = conversation(exchanges, "語".repeat(chars));

        // when
        EscalationRaised packet = PacketsTest.packet(given);

        // then both ends are there
        assertThat(bytes(packet)).isLessThan(LARGEST);
        assertThat(packet.getTranscriptOmitted()).isPositive();
        assertThat(packet.getTranscript().get(0).getTurn()).isEqualTo(1);
        assertThat(packet.getTranscript()).last().returns(exchanges * 2, TranscriptTurn::getTurn);
        assertThat(packet.getTranscript().size()).isLessThanOrEqualTo(Transcript.MAX_TURNS);
    }

    @Test
    void aTextThatIsTooLongLosesItsMiddleAndSaysSo() {
        // given
        String text = "a".repeat(9_000) + "the end";

        // when
        EscalationRaised packet =
                PacketsTest.packet(new TestHandover().customer(text).aligned(Signal.URGENCY, 1));

        // then
        assertThat(packet.getTranscript().get(0).getText())
                .startsWith("aaa")
                .contains("[… 1007 characters left out …]")
                .endsWith("the end")
                .hasSizeLessThan(Transcript.MAX_CHARS + 60);
        assertThat(packet.getTranscriptOmitted()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "6, 😀😀😀😀, 😀😀…",
        "5, 😀😀😀😀, 😀😀…",
        "20, one two three, one two three",
        "12, one two three, one two…"
    })
    void anExcerptBreaksNoCharacterAndRatherNoWord(int max, String text, String excerpt) {
        assertThat(Excerpt.of(text, max)).isEqualTo(excerpt);
    }

    private static TestHandover conversation(int exchanges, String text) {
        TestHandover given = new TestHandover();
        for (int i = 0; i < exchanges; i++) {
            given.customer(text).assistant(text, "step-" + i, 0.5);
        }
        return given.aligned(Signal.UNRESOLVED_TURNS, exchanges);
    }

    private static int bytes(EscalationRaised packet) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        var encoder = EncoderFactory.get().binaryEncoder(out, null);
        new SpecificDatumWriter<>(EscalationRaised.class).write(packet, encoder);
        encoder.flush();
        return out.size();
    }
}

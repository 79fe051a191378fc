// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.baton.event.ConversationDecision;
import io.baton.event.ConversationEvent;
import io.baton.state.CustomerJourney;
import io.baton.store.RandomRecords;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Avro's own writer is the judge, over every class that is generated from a schema of ours. */
class RecordWriterTest {

    private static final byte[] HEADER = {7, 8, 9};

    @ParameterizedTest
    @MethodSource("records")
    void everyRecordHasTheBytesThatAvroGivesIt(Class<? extends SpecificRecord> type) {
        RandomRecords random = new RandomRecords(type.getName().hashCode());

        same(random.filled(type));
        for (int i = 0; i < 200; i++) {
            same(random.any(type));
        }
    }

    @Test
    void thereIsSomethingToCompare() {
        assertThat(records())
                .hasSizeGreaterThan(50)
                .contains(ConversationEvent.class, ConversationDecision.class, CustomerJourney.class);
    }

    @Test
    void textsAreWrittenAsAvroWritesThemWhateverTheirLengthAndLetters() {
        for (int length : new int[] {0, 1, 63, 64, 65, 127, 128, 511, 512, 8_191, 8_192, 70_000}) {
            for (String letter : List.of("a", "\u007f", "\u0080", "ß", "語", "😀", "\ud800")) {
                same(Samples.message("x" + letter.repeat(length)));
                same(Samples.message(letter.repeat(length) + "x"));
            }
        }
    }

    @Test
    void aRecordAfterOneThatFailedIsWholeAgain() {
        RecordWriter<ConversationEvent> writer = new RecordWriter<>(ConversationEvent.getClassSchema());
        ConversationEvent broken = Samples.message("never written");
        broken.setConversationId(null);

        assertThatThrownBy(() -> AvroBody.write(HEADER, writer, broken)).hasMessageContaining("could not be encoded");

        same(Samples.message("written"));
    }

    @Test
    void aTypeThatNoSchemaOfOursHasIsRefusedBeforeTheFirstRecord() {
        Schema fixed = SchemaBuilder.record("Odd")
                .fields()
                .name("hash")
                .type(Schema.createFixed("Hash", null, "odd", 16))
                .noDefault()
                .endRecord();

        assertThatThrownBy(() -> new RecordWriter<>(fixed)).isInstanceOf(IllegalArgumentException.class);
    }

    private static <T extends SpecificRecord> void same(T record) {
        SpecificDatumWriter<T> avro = new SpecificDatumWriter<>(record.getSchema(), AvroBody.model(record.getClass()));

        assertThat(AvroBody.write(HEADER, new RecordWriter<T>(record.getSchema()), record))
                .isEqualTo(Samples.byAvro(HEADER, avro, record));
    }

    static List<Class<?>> records() {
        return new ClassFileImporter()
                .importPackagesOf(ConversationEvent.class, CustomerJourney.class).stream()
                        .filter(type -> type.isAssignableTo(SpecificRecord.class))
                        .<Class<?>>map(JavaClass::reflect)
                        .toList();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.ConsentChanged;
import io.baton.event.CustomerProfileUpdated;
import io.baton.state.Figure;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonTest {

    @Test
    void fieldsComeInTheSchemasOrderWithPlainValues() {
        assertThat(Json.text(Samples.profile()))
                .isEqualTo("{\"id\":\"p-1\",\"source\":\"crm\",\"customerId\":\"cust-7\","
                        + "\"time\":\"2026-03-01T09:00:05.250Z\",\"accountId\":null,\"segment\":null,\"plan\":\"team\","
                        + "\"annualValue\":52000.0,\"currency\":null,\"lifecycle\":null,\"customerSince\":null,"
                        + "\"renewalOn\":\"2026-04-02\",\"health\":61,\"usageChange\":-0.4,\"atRisk\":true,"
                        + "\"openBillingDispute\":null,\"prefersHuman\":null,\"dedicatedContact\":null,"
                        + "\"locale\":\"en-GB\",\"attributes\":{\"industry\":\"retail\",\"seats\":\"40\"}}");
    }

    @Test
    void aUnionIsItsValue() {
        assertThat(Json.of(Samples.message("hello")).path("data").path("text").asText())
                .isEqualTo("hello");
        assertThat(Json.of(Samples.accepted("hello"))
                        .path("fact")
                        .path("data")
                        .path("sentiment")
                        .asDouble())
                .isEqualTo(-0.6);
    }

    @Test
    void aTimeAlwaysHasMilliseconds() {
        CustomerProfileUpdated profile = Samples.profile();
        profile.setTime(Instant.parse("2026-03-01T09:00:05Z"));

        assertThat(Json.of(profile).path("time").asText()).isEqualTo("2026-03-01T09:00:05.000Z");
    }

    @ParameterizedTest
    @CsvSource({
        "1.0, 1.0",
        "0.1, 0.1",
        "12345678901.5, 12345678901.5",
        "1e10, 10000000000.0",
        "1e-9, 0.0000000010",
        "-0.0, 0.0",
        "NaN, null",
        "Infinity, null"
    })
    void doublesArePrintedWithoutAnExponent(double value, String text) {
        Figure figure = Figure.newBuilder()
                .setMeasure("m")
                .setNumerator(value)
                .setDenominator(1)
                .build();

        assertThat(Json.text(figure)).contains("\"numerator\":" + text + ",");
    }

    @Test
    void bytesAreBase64AndKeepTheirPosition() {
        ByteBuffer bytes = ByteBuffer.wrap(new byte[] {1, 2, 3});
        Figure figure = Figure.newBuilder()
                .setMeasure("m")
                .setNumerator(1)
                .setDenominator(1)
                .setSketch(bytes)
                .build();

        assertThat(Json.text(figure)).contains("\"sketch\":\"AQID\"").isEqualTo(Json.text(figure));
    }

    @Test
    void aGenericRecordReadsTheSame() {
        Schema schema = CustomerProfileUpdated.getClassSchema();
        GenericRecord generic = new GenericData.Record(schema);
        generic.put("id", "p-1");
        generic.put("time", Samples.NINE.toEpochMilli());
        generic.put("renewalOn", 20_545);
        generic.put("health", 61);
        Map<String, String> attributes = new HashMap<>();
        attributes.put("b", "2");
        attributes.put("a", "1");
        generic.put("attributes", attributes);

        assertThat(Json.text(generic))
                .contains("\"time\":\"2026-03-01T09:00:05.250Z\"")
                .contains("\"renewalOn\":\"2026-04-02\"")
                .contains("\"health\":61")
                .contains("{\"a\":\"1\",\"b\":\"2\"}");
    }

    @Test
    void enumsListsAndBooleansAreThemselves() {
        Schema schema = new Schema.Parser().parse("""
                        {"type": "record", "name": "R", "fields": [
                          {"name": "e", "type": {"type": "enum", "name": "E", "symbols": ["A", "B"]}},
                          {"name": "l", "type": ["null", {"type": "array", "items": "long"}]},
                          {"name": "b", "type": "boolean"}]}""");
        GenericRecord generic = new GenericData.Record(schema);
        generic.put("e", new GenericData.EnumSymbol(schema.getField("e").schema(), "B"));
        generic.put("l", List.of(1L, 2L));
        generic.put("b", false);

        assertThat(Json.text(generic)).isEqualTo("{\"e\":\"B\",\"l\":[1,2],\"b\":false}");
        assertThat(Json.text(ConsentChanged.newBuilder().setAutomation(true).build()))
                .isEqualTo("{\"automation\":true}");
    }
}

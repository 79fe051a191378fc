// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.baton.schemas.SchemaFiles.Current;
import io.baton.schemas.SchemaFiles.Released;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaValidatorBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Bytes that any released version has written stay readable; see {@link ReleaseSchemas} for how to release. */
class ReleasedSchemasTest {

    static List<Current> schemas() {
        return SchemaFiles.current();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void readsEveryReleasedVersion(Current current) throws Exception {
        List<Schema> newestFirst = new ArrayList<>(
                SchemaFiles.released(current).stream().map(Released::schema).toList());
        Collections.reverse(newestFirst);
        var backward = new SchemaValidatorBuilder().canReadStrategy().validateAll();

        assertThatCode(() -> backward.validate(current.schema(), newestFirst))
                .as(
                        "%s is not BACKWARD readable; give the new field a default or add a new field beside the old",
                        current)
                .doesNotThrowAnyException();
    }

    @Test
    void everySchemaIsReleasedAsItIs() {
        assertThat(schemas().stream().filter(each -> !isReleased(each)))
                .as(
                        "schemas that are new or have changed since their last released copy; run: %s",
                        ReleaseSchemas.COMMAND)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void versionsCountFromOneSinceReadersLookForThemInTurn(Current current) {
        List<Released> released = SchemaFiles.released(current);

        assertThat(released.stream().map(Released::version))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, released.size()).boxed().toList());
    }

    @Test
    void everyReleasedSchemaStillExists() {
        List<String> current = schemas().stream().map(Current::toString).toList();

        assertThat(SchemaFiles.released().stream().map(each -> each.room() + "/" + each.name()))
                .allMatch(current::contains);
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyFieldSaysWhatItMeans(Current current) {
        Schema schema = current.schema();
        assertThat(schema.getDoc()).as("doc of %s", current).isNotBlank();
        if (schema.getType() == Schema.Type.RECORD) {
            assertThat(schema.getFields())
                    .as("fields of %s", current)
                    .allSatisfy(field -> assertThat(field.doc())
                            .as("doc of %s", field.name())
                            .isNotBlank());
        }
    }

    private static boolean isReleased(Current current) {
        List<Released> released = SchemaFiles.released(current);
        return !released.isEmpty() && ReleaseSchemas.isSame(current, released.get(released.size() - 1));
    }
}

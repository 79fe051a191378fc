// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.schemas;

import io.baton.schemas.SchemaFiles.Current;
import io.baton.schemas.SchemaFiles.Released;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.avro.SchemaNormalization;
import org.junit.jupiter.api.Test;

/**
 * Releases schemas: writes each one that differs from its last released copy as the next version. No ordinary build runs
 * this; a change of a schema is released by {@value #COMMAND} and the new files are committed with it. Between two
 * releases of Baton the copy of an unreleased change may be deleted and written again.
 */
class ReleaseSchemas {

    static final String COMMAND = "mvn -q -pl schemas test -Dtest=ReleaseSchemas";

    @Test
    void writeWhatHasChanged() throws Exception {
        for (Current current : SchemaFiles.current()) {
            List<Released> released = SchemaFiles.released(current);
            if (!released.isEmpty() && isSame(current, released.get(released.size() - 1))) {
                continue;
            }
            Path file = SchemaFiles.releaseFile(current, released.size() + 1);
            Files.createDirectories(file.getParent());
            Files.writeString(file, current.schema().toString(true) + "\n", StandardCharsets.UTF_8);
        }
    }

    static boolean isSame(Current current, Released last) {
        return SchemaNormalization.toParsingForm(current.schema())
                .equals(SchemaNormalization.toParsingForm(last.schema()));
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/**
 * Every schema that bytes of one type may have been written with: the current one and the released ones under {@code
 * /released/<room>/<Name>-v<n>.avsc} on the class path, numbered from 1 without a gap.
 */
final class ReleasedSchemas {

    private ReleasedSchemas() {}

    static Map<Long, Schema> of(Schema current) {
        Map<Long, Schema> known = new HashMap<>();
        String namespace = current.getNamespace();
        String room = namespace.substring(namespace.lastIndexOf('.') + 1);
        for (int version = 1; ; version++) {
            String path = "/released/" + room + "/" + current.getName() + "-v" + version + ".avsc";
            try (InputStream input = ReleasedSchemas.class.getResourceAsStream(path)) {
                if (input == null) {
                    break;
                }
                Schema released = new Schema.Parser().parse(input);
                known.put(fingerprint(released), released);
            } catch (IOException e) {
                throw new UncheckedIOException(path, e);
            }
        }
        known.put(fingerprint(current), current);
        return Map.copyOf(known);
    }

    static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }
}

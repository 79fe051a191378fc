// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.baton.serde.RegistryHttp.Answer;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.SchemaParseException;

/**
 * The registry as far as reading and writing needs it: register, look up, read by id. Answers are kept for the life of the
 * client, since an id never changes its meaning. Safe for many threads.
 */
public final class RegistryClient {

    private static final int SCHEMA_NOT_FOUND = 40403;
    private static final long UNKNOWN_FOR_NANOS = 10_000_000_000L;
    private static final int MOST_UNKNOWN = 1_000;

    private final RegistryConfig config;
    private final RegistryHttp http;
    private final Map<SubjectSchema, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Integer, Schema> schemas = new ConcurrentHashMap<>();
    private final Map<Integer, Long> unknownSince = new ConcurrentHashMap<>();

    public RegistryClient(RegistryConfig config) {
        this.config = config;
        this.http = new RegistryHttp(config);
    }

    private record SubjectSchema(String subject, Schema schema) {}

    /** The id to write with: registers the schema or, where that is switched off, looks it up. */
    int idFor(String subject, Schema schema) {
        return config.autoRegister() ? register(subject, schema) : lookUp(subject, schema);
    }

    /**
     * Registers a schema under a subject; the same schema again gives the same id.
     *
     * @throws SchemaRefusedException when the registry finds it invalid or incompatible
     * @throws RegistryUnavailableException when no registry answered in time
     */
    public int register(String subject, Schema schema) {
        return id(subject, schema, "/subjects/" + encode(subject) + "/versions");
    }

    /**
     * The id of a schema that is registered under the subject already.
     *
     * @throws SchemaRefusedException when it is not
     * @throws RegistryUnavailableException when no registry answered in time
     */
    public int lookUp(String subject, Schema schema) {
        return id(subject, schema, "/subjects/" + encode(subject));
    }

    /**
     * The schema of an id.
     *
     * @throws UnknownSchemaException when the registry has no Avro schema of this id
     * @throws RegistryUnavailableException when no registry answered in time
     */
    public Schema byId(int id) {
        Schema known = schemas.get(id);
        if (known != null) {
            return known;
        }
        failIfAskedJustNow(id);
        Answer answer = http.get("/schemas/ids/" + id);
        if (answer.errorCode() == SCHEMA_NOT_FOUND) {
            remember(id);
            throw new UnknownSchemaException("schema id " + id + " is not in the registry");
        }
        Schema schema = parse(id, expect200(answer));
        schemas.put(id, schema);
        return schema;
    }

    private int id(String subject, Schema schema, String path) {
        SubjectSchema key = new SubjectSchema(subject, schema);
        Integer known = ids.get(key);
        if (known != null) {
            return known;
        }
        JsonNode body = JsonNodeFactory.instance.objectNode().put("schema", schema.toString());
        Answer answer = http.post(path, body);
        if (answer.status() == 409 || answer.status() == 422 || answer.errorCode() >= 40401) {
            throw new SchemaRefusedException("the registry refuses schema " + schema.getFullName() + " for subject "
                    + subject + ": error " + answer.errorCode());
        }
        int id = expect200(answer).path("id").asInt(-1);
        if (id < 0) {
            throw new RegistryUnavailableException("what answers at " + config.urls() + " is not a schema registry");
        }
        ids.put(key, id);
        schemas.putIfAbsent(id, schema);
        return id;
    }

    private static Schema parse(int id, JsonNode body) {
        if (!body.path("schemaType").asText("AVRO").equals("AVRO")) {
            throw new UnknownSchemaException("schema id " + id + " is not an Avro schema");
        }
        try {
            return new Schema.Parser().parse(body.path("schema").asText());
        } catch (SchemaParseException e) {
            throw new UnknownSchemaException("schema id " + id + " is not a valid Avro schema");
        }
    }

    /** A 404 without the registry's own code comes from a wrong address, and that is no fault of the record. */
    private JsonNode expect200(Answer answer) {
        if (answer.status() != 200) {
            throw new RegistryUnavailableException("unexpected answer from the schema registry at " + config.urls()
                    + ": HTTP " + answer.status() + ", error " + answer.errorCode());
        }
        return answer.body();
    }

    /** A stream of records with a made-up id must not become a stream of requests. */
    private void failIfAskedJustNow(int id) {
        Long since = unknownSince.get(id);
        if (since != null && System.nanoTime() - since < UNKNOWN_FOR_NANOS) {
            throw new UnknownSchemaException("schema id " + id + " is not in the registry");
        }
    }

    private void remember(int id) {
        if (unknownSince.size() >= MOST_UNKNOWN) {
            unknownSince.clear();
        }
        unknownSince.put(id, System.nanoTime());
    }

    private static String encode(String subject) {
        return URLEncoder.encode(subject, StandardCharsets.UTF_8).replace("+", "%20");
    }
}

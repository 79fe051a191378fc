// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import io.baton.edge.registry.Subjects.Version;
import java.util.Collection;
import java.util.List;
import org.apache.avro.Schema;

/** The paths of the registry interface, one line each, over {@link Subjects}. */
final class Routes {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Subjects subjects;

    Routes(Subjects subjects) {
        this.subjects = subjects;
    }

    /** Answers with a body to be sent as 200; a {@link Refusal} says anything else. */
    JsonNode answer(Request request) {
        if (request.path().isEmpty()) {
            return NODES.objectNode();
        }
        return switch (request.segment(0)) {
            case "subjects" -> subjects(request);
            case "schemas" -> schemas(request);
            case "compatibility" -> compatibility(request);
            case "config" -> config(request);
            case "mode" -> mode(request);
            default -> throw Refusal.noSuchRoute();
        };
    }

    private JsonNode subjects(Request request) {
        boolean deletedToo = request.flag("deleted");
        if (request.is("GET", "subjects")) {
            return texts(subjects.names(deletedToo));
        } else if (request.is("POST", "subjects", "*")) {
            return described(subjects.lookUp(existing(request, deletedToo), request.schema(), deletedToo));
        } else if (request.is("DELETE", "subjects", "*")) {
            return numbers(subjects.deleteSubject(request.segment(1), request.flag("permanent")));
        } else if (request.is("GET", "subjects", "*", "versions")) {
            return numbers(subjects.versions(request.segment(1), deletedToo).stream()
                    .map(Version::version)
                    .toList());
        } else if (request.is("POST", "subjects", "*", "versions")) {
            return NODES.objectNode().put("id", subjects.register(request.segment(1), request.schema()));
        } else if (request.is("GET", "subjects", "*", "versions", "*")) {
            return described(version(request));
        } else if (request.is("GET", "subjects", "*", "versions", "*", "schema")) {
            return bare(version(request).schema());
        } else if (request.is("DELETE", "subjects", "*", "versions", "*")) {
            return NODES.numberNode(
                    subjects.deleteVersion(request.segment(1), request.segment(3), request.flag("permanent")));
        }
        throw wrongMethodOrPath(request);
    }

    private JsonNode schemas(Request request) {
        if (request.is("GET", "schemas", "types")) {
            return texts(List.of("AVRO"));
        } else if (request.is("GET", "schemas", "ids", "*")) {
            return NODES.objectNode().put("schema", subjects.byId(request.id(2)).toString());
        } else if (request.is("GET", "schemas", "ids", "*", "schema")) {
            return bare(subjects.byId(request.id(2)));
        } else if (request.is("GET", "schemas", "ids", "*", "versions")) {
            ArrayNode uses = NODES.arrayNode();
            subjects.usesOf(request.id(2), request.flag("deleted"))
                    .forEach(use ->
                            uses.addObject().put("subject", use.subject()).put("version", use.version()));
            return uses;
        } else if (request.is("GET", "schemas", "ids", "*", "subjects")) {
            return texts(subjects.usesOf(request.id(2), request.flag("deleted")).stream()
                    .map(Version::subject)
                    .distinct()
                    .toList());
        }
        throw wrongMethodOrPath(request);
    }

    private JsonNode compatibility(Request request) {
        boolean compatible;
        if (request.is("POST", "compatibility", "subjects", "*", "versions")) {
            compatible = subjects.wouldAccept(request.segment(2), request.schema());
        } else if (request.is("POST", "compatibility", "subjects", "*", "versions", "*")) {
            compatible = subjects.wouldAccept(request.segment(2), request.segment(4), request.schema());
        } else {
            throw wrongMethodOrPath(request);
        }
        return NODES.objectNode().put("is_compatible", compatible);
    }

    private JsonNode config(Request request) {
        if (request.is("GET", "config")) {
            return level(subjects.globalLevel());
        } else if (request.is("PUT", "config")) {
            Level level = wantedLevel(request);
            subjects.globalLevel(level);
            return NODES.objectNode().put("compatibility", level.name());
        } else if (request.is("DELETE", "config")) {
            Level before = subjects.globalLevel();
            subjects.globalLevel(Level.BACKWARD);
            return level(before);
        } else if (request.is("GET", "config", "*")) {
            String subject = request.segment(1);
            return level(request.flag("defaultToGlobal") ? subjects.level(subject) : subjects.ownLevel(subject));
        } else if (request.is("PUT", "config", "*")) {
            Level level = wantedLevel(request);
            subjects.level(request.segment(1), level);
            return NODES.objectNode().put("compatibility", level.name());
        } else if (request.is("DELETE", "config", "*")) {
            return level(subjects.removeLevel(request.segment(1)));
        }
        throw wrongMethodOrPath(request);
    }

    private static JsonNode mode(Request request) {
        if (request.is("GET", "mode") || request.is("GET", "mode", "*")) {
            return NODES.objectNode().put("mode", "READWRITE");
        }
        throw wrongMethodOrPath(request);
    }

    private String existing(Request request, boolean deletedToo) {
        subjects.versions(request.segment(1), deletedToo);
        return request.segment(1);
    }

    private Version version(Request request) {
        return subjects.version(request.segment(1), request.segment(3), request.flag("deleted"));
    }

    private static Level wantedLevel(Request request) {
        return Level.parse(request.body().path("compatibility").asText());
    }

    private static ObjectNode level(Level level) {
        return NODES.objectNode().put("compatibilityLevel", level.name());
    }

    private static ObjectNode described(Version version) {
        return NODES.objectNode()
                .put("subject", version.subject())
                .put("version", version.version())
                .put("id", version.id())
                .put("schema", version.schema().toString());
    }

    /** The schema alone: the answer's body is the schema itself, not a text that holds it. */
    private static JsonNode bare(Schema schema) {
        return (JsonNode) NODES.rawValueNode(new RawValue(schema.toString()));
    }

    private static ArrayNode texts(Collection<String> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private static ArrayNode numbers(Collection<Integer> values) {
        ArrayNode array = NODES.arrayNode();
        values.forEach(array::add);
        return array;
    }

    private static Refusal wrongMethodOrPath(Request request) {
        boolean known = List.of("GET", "POST", "PUT", "DELETE").contains(request.method());
        return known ? Refusal.noSuchRoute() : Refusal.methodNotAllowed();
    }
}

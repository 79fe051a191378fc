// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.registry;

/** A request that is answered with one of the registry interface's error codes. */
final class Refusal extends RuntimeException {

    private final int code;

    private Refusal(int code, String message) {
        super(message, null, false, false);
        this.code = code;
    }

    /** The HTTP status is the front of the code: 40401 is a 404, 409 is a 409. */
    int status() {
        return code < 1000 ? code : code / 100;
    }

    int code() {
        return code;
    }

    String text() {
        return String.valueOf(getMessage());
    }

    static Refusal noSuchRoute() {
        return new Refusal(404, "HTTP 404 Not Found");
    }

    static Refusal methodNotAllowed() {
        return new Refusal(405, "HTTP 405 Method Not Allowed");
    }

    static Refusal unreadableBody() {
        return new Refusal(400, "The request body is not a JSON object");
    }

    static Refusal subjectNotFound(String subject) {
        return new Refusal(40401, "Subject '" + subject + "' not found.");
    }

    static Refusal versionNotFound(String version) {
        return new Refusal(40402, "Version " + version + " not found.");
    }

    static Refusal schemaNotFound() {
        return new Refusal(40403, "Schema not found");
    }

    static Refusal subjectNotSoftDeleted(String subject) {
        return new Refusal(40405, "Subject '" + subject + "' was not deleted first before being permanently deleted");
    }

    static Refusal versionNotSoftDeleted(String subject, int version) {
        return new Refusal(
                40407,
                "Subject '" + subject + "' Version " + version
                        + " was not deleted first before being permanently deleted");
    }

    static Refusal noSubjectLevel(String subject) {
        return new Refusal(40408, "Subject '" + subject + "' does not have subject-level compatibility configured");
    }

    static Refusal invalidSchema(String why) {
        return new Refusal(42201, "Invalid schema: " + why);
    }

    static Refusal invalidVersion(String version) {
        return new Refusal(
                42202,
                "The specified version '" + version
                        + "' is not a valid version id. Allowed values are between [1, 2^31-1] and"
                        + " the string \"latest\"");
    }

    static Refusal invalidLevel() {
        return new Refusal(
                42203,
                "Invalid compatibility level. Valid values are none, backward, forward, full, backward_transitive,"
                        + " forward_transitive, and full_transitive");
    }

    static Refusal incompatible(String subject) {
        return new Refusal(
                409, "Schema being registered is incompatible with an earlier schema for subject '" + subject + "'");
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.registry;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;

/**
 * What has been registered. Ids are global and count from 1 in the order of first registration; versions count from 1 a
 * subject. Deleting is soft first, so that records already written can still be read.
 */
final class Subjects {

    private final Map<String, Integer> ids = new HashMap<>();
    private final List<Schema> schemas = new ArrayList<>();
    private final Map<String, List<Version>> subjects = new TreeMap<>();
    private final Map<String, Level> levels = new HashMap<>();
    private Level globalLevel = Level.BACKWARD;

    /** One version of a subject. */
    record Version(String subject, int version, int id, Schema schema, boolean deleted) {

        private Version asDeleted() {
            return new Version(subject, version, id, schema, true);
        }
    }

    synchronized int register(String subject, Schema schema) {
        List<Version> versions = subjects.computeIfAbsent(subject, name -> new ArrayList<>());
        for (Version version : versions) {
            if (!version.deleted() && version.schema().toString().equals(schema.toString())) {
                return version.id();
            }
        }
        if (!level(subject).allows(schema, alive(versions))) {
            throw Refusal.incompatible(subject);
        }
        int id = ids.computeIfAbsent(schema.toString(), text -> {
            schemas.add(schema);
            return schemas.size();
        });
        int next = versions.isEmpty() ? 1 : versions.get(versions.size() - 1).version() + 1;
        versions.add(new Version(subject, next, id, schema, false));
        return id;
    }

    synchronized Version lookUp(String subject, Schema schema, boolean deletedToo) {
        for (Version version : versions(subject, deletedToo)) {
            if (version.schema().toString().equals(schema.toString())) {
                return version;
            }
        }
        throw Refusal.schemaNotFound();
    }

    synchronized Schema byId(int id) {
        if (id < 1 || id > schemas.size()) {
            throw Refusal.schemaNotFound();
        }
        return schemas.get(id - 1);
    }

    synchronized List<Version> usesOf(int id, boolean deletedToo) {
        byId(id);
        return subjects.values().stream()
                .flatMap(List::stream)
                .filter(version -> version.id() == id && (deletedToo || !version.deleted()))
                .toList();
    }

    synchronized List<String> names(boolean deletedToo) {
        return subjects.entrySet().stream()
                .filter(entry -> entry.getValue().stream().anyMatch(version -> deletedToo || !version.deleted()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Never empty: a subject without a version is not found. */
    synchronized List<Version> versions(String subject, boolean deletedToo) {
        List<Version> found = subjects.getOrDefault(subject, List.of()).stream()
                .filter(version -> deletedToo || !version.deleted())
                .toList();
        if (found.isEmpty()) {
            throw Refusal.subjectNotFound(subject);
        }
        return found;
    }

    /** The version of a number, or the newest for {@code latest} and {@code -1}. */
    synchronized Version version(String subject, String wanted, boolean deletedToo) {
        List<Version> versions = versions(subject, deletedToo);
        int number = number(wanted);
        if (number == -1) {
            return versions.get(versions.size() - 1);
        }
        return versions.stream()
                .filter(version -> version.version() == number)
                .findFirst()
                .orElseThrow(() -> Refusal.versionNotFound(wanted));
    }

    synchronized List<Integer> deleteSubject(String subject, boolean permanently) {
        List<Version> doomed = versions(subject, permanently);
        if (!permanently) {
            subjects.getOrDefault(subject, List.of()).replaceAll(Version::asDeleted);
            levels.remove(subject);
        } else if (doomed.stream().allMatch(Version::deleted)) {
            subjects.remove(subject);
        } else {
            throw Refusal.subjectNotSoftDeleted(subject);
        }
        return doomed.stream().map(Version::version).toList();
    }

    synchronized int deleteVersion(String subject, String wanted, boolean permanently) {
        Version version = version(subject, wanted, permanently);
        List<Version> all = subjects.getOrDefault(subject, List.of());
        if (!permanently) {
            all.replaceAll(each -> each.equals(version) ? each.asDeleted() : each);
        } else if (version.deleted()) {
            all.remove(version);
        } else {
            throw Refusal.versionNotSoftDeleted(subject, version.version());
        }
        return version.version();
    }

    /** Whether the schema could follow all that is registered; a new subject takes anything. */
    synchronized boolean wouldAccept(String subject, Schema schema) {
        return level(subject).allows(schema, alive(subjects.getOrDefault(subject, List.of())));
    }

    /** Whether the schema could follow this one version. */
    synchronized boolean wouldAccept(String subject, String version, Schema schema) {
        return level(subject)
                .allows(schema, List.of(version(subject, version, false).schema()));
    }

    synchronized Level level(String subject) {
        return levels.getOrDefault(subject, globalLevel);
    }

    synchronized Level ownLevel(String subject) {
        Level level = levels.get(subject);
        if (level == null) {
            throw Refusal.noSubjectLevel(subject);
        }
        return level;
    }

    synchronized Level globalLevel() {
        return globalLevel;
    }

    synchronized void globalLevel(Level level) {
        globalLevel = level;
    }

    synchronized void level(String subject, Level level) {
        levels.put(subject, level);
    }

    synchronized Level removeLevel(String subject) {
        Level level = ownLevel(subject);
        levels.remove(subject);
        return level;
    }

    private static List<Schema> alive(List<Version> versions) {
        return versions.stream()
                .filter(version -> !version.deleted())
                .map(Version::schema)
                .toList();
    }

    private static int number(String wanted) {
        if (wanted.equals("latest") || wanted.equals("-1")) {
            return -1;
        }
        try {
            int number = Integer.parseInt(wanted);
            if (number > 0) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw Refusal.invalidVersion(wanted);
        }
        throw Refusal.invalidVersion(wanted);
    }
}

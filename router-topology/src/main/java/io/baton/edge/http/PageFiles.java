// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The files of the page, as they lie in the jar. Names that do not look like one of them are not looked for. */
final class PageFiles {

    private static final String FOLDER = "/console/";
    private static final Pattern NAME = Pattern.compile("(?:[a-z]+/)?[A-Za-z][A-Za-z0-9.-]{0,60}");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html; charset=utf-8",
            "js", "text/javascript; charset=utf-8",
            "css", "text/css; charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "txt", "text/plain; charset=utf-8");

    private final Map<String, Optional<Reply>> read = new ConcurrentHashMap<>();

    /** The file of a path; empty where there is none. */
    Optional<Reply> find(List<String> path) {
        String name = path.isEmpty() ? "index.html" : String.join("/", path);
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !NAME.matcher(name).matches() || name.contains("..")) {
            return Optional.empty();
        }
        Optional<Reply> known = read.get(name);
        if (known == null) {
            known = read(name, type);
            if (known.isPresent()) {
                read.put(name, known);
            }
        }
        return known;
    }

    private static Optional<Reply> read(String name, String type) {
        try (InputStream in = PageFiles.class.getResourceAsStream(FOLDER + name)) {
            return in == null ? Optional.empty() : Optional.of(new Reply(200, type, in.readAllBytes(), Map.of()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * The lines of one or more files, in the order of what they say.
 *
 * @param lines undated ones first, then by time
 * @param start time of the first dated line, milliseconds since 1970; 0 where there is none
 * @param end time of the last dated line
 * @param conversations how many conversations they are about
 */
public record Recording(List<RecordedLine> lines, long start, long end, int conversations) {

    private static final int BUFFER = 1 << 16;

    public Recording {
        lines = Collections.unmodifiableList(lines);
    }

    /**
     * Reads files of one event a line, {@code .gz} too; blank lines are left out.
     *
     * @throws IOException naming the file that cannot be read
     */
    public static Recording read(List<Path> files) throws IOException {
        List<RecordedLine> lines = new ArrayList<>();
        for (Path file : files) {
            try (InputStream in = open(file)) {
                split(in, file.toString(), lines);
            } catch (EOFException | ZipException e) {
                throw new IOException(file + ": damaged gzip file, readable up to line " + lines.size(), e);
            }
        }
        return of(lines);
    }

    /** Reads one stream, such as a bundled file. */
    public static List<RecordedLine> read(InputStream in, String name) throws IOException {
        List<RecordedLine> lines = new ArrayList<>();
        split(in, name, lines);
        return lines;
    }

    /** Puts lines in order. */
    public static Recording of(List<RecordedLine> unordered) {
        List<RecordedLine> lines = new ArrayList<>(unordered);
        Collections.sort(lines);
        long start = 0;
        long end = 0;
        Set<String> conversations = new HashSet<>();
        for (RecordedLine line : lines) {
            if (line.dated()) {
                start = end == 0 ? line.at() : start;
                end = Math.max(line.at(), 1);
            }
            if (line.type().startsWith("conversation.") && !line.subject().isEmpty()) {
                conversations.add(line.subject());
            }
        }
        return new Recording(lines, start, end, conversations.size());
    }

    /**
     * The lines as if they had happened so much later; undated ones as they are.
     *
     * @param millis negative for earlier
     * @throws IOException when a dated line cannot be read again
     */
    public List<RecordedLine> shifted(long millis) throws IOException {
        List<RecordedLine> shifted = new ArrayList<>();
        for (RecordedLine line : lines) {
            shifted.add(line.dated() && millis != 0 ? line.at(line.at() + millis) : line);
        }
        return shifted;
    }

    private static InputStream open(Path file) throws IOException {
        InputStream raw = new BufferedInputStream(Files.newInputStream(file), BUFFER);
        raw.mark(2);
        boolean zipped = raw.read() == 0x1f && raw.read() == 0x8b;
        raw.reset();
        return zipped ? new GZIPInputStream(raw, BUFFER) : raw;
    }

    private static void split(InputStream in, String name, List<RecordedLine> lines) throws IOException {
        byte[] buffer = new byte[BUFFER];
        ByteArrayOutputStream line = new ByteArrayOutputStream(1024);
        int number = 1;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            int from = 0;
            for (int i = 0; i < count; i++) {
                if (buffer[i] == '\n') {
                    line.write(buffer, from, i - from);
                    add(line, name, number++, lines);
                    from = i + 1;
                }
            }
            line.write(buffer, from, count - from);
        }
        add(line, name, number, lines);
    }

    private static void add(ByteArrayOutputStream line, String name, int number, List<RecordedLine> lines) {
        byte[] bytes = trimmed(line.toByteArray(), number == 1);
        line.reset();
        if (bytes.length > 0) {
            lines.add(new RecordedLine(bytes, name, number));
        }
    }

    /** Without white space at either end and without the byte-order mark that some editors put first. */
    private static byte[] trimmed(byte[] bytes, boolean first) {
        int from = 0;
        int to = bytes.length;
        if (first && to >= 3 && bytes[0] == (byte) 0xef && bytes[1] == (byte) 0xbb && bytes[2] == (byte) 0xbf) {
            from = 3;
        }
        while (to > from && isSpace(bytes[to - 1])) {
            to--;
        }
        while (from < to && isSpace(bytes[from])) {
            from++;
        }
        return from == 0 && to == bytes.length ? bytes : java.util.Arrays.copyOfRange(bytes, from, to);
    }

    private static boolean isSpace(byte b) {
        return b == ' ' || b == '\t' || b == '\r';
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.audit;

import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads a ticket export: CSV with a header line. Which column says what is a mapping; a column that is asked for and missing is
 * refused by name, all of them at once.
 */
final class TicketFile {

    /** What a column can say, with the name it is looked for where no mapping is given. */
    static final Map<String, String> COLUMNS = columns();

    private static final double MILLIS_A_MINUTE = 60_000;

    private TicketFile() {}

    private static Map<String, String> columns() {
        Map<String, String> columns = new LinkedHashMap<>();
        columns.put("type", "type");
        columns.put("created", "created");
        columns.put("resolved", "resolved");
        columns.put("minutes", "minutes");
        columns.put("solution", "solution");
        columns.put("agent", "agent");
        return columns;
    }

    /**
     * @param mapping what a column says to its header, for those that are called otherwise
     * @throws AuditRefusedException naming each missing column and each line that cannot be read
     */
    static List<Ticket> read(Path file, Map<String, String> mapping) throws IOException {
        CsvSchema schema = CsvSchema.emptySchema().withHeader();
        try (MappingIterator<Map<String, String>> lines = new CsvMapper()
                .enable(CsvParser.Feature.SKIP_EMPTY_LINES)
                .enable(CsvParser.Feature.TRIM_SPACES)
                .readerForMapOf(String.class)
                .with(schema)
                .readValues(file.toFile())) {
            List<Ticket> tickets = new ArrayList<>();
            List<String> problems = new ArrayList<>();
            for (int line = 2; lines.hasNext(); line++) {
                Map<String, String> cells = lines.next();
                if (line == 2) {
                    problems.addAll(missing(cells, mapping));
                    if (!problems.isEmpty()) {
                        break;
                    }
                }
                try {
                    tickets.add(ticket(cells, mapping));
                } catch (IllegalArgumentException e) {
                    problems.add("line " + line + ": " + e.getMessage());
                }
            }
            if (!problems.isEmpty()) {
                throw new AuditRefusedException(file, problems);
            }
            return tickets;
        }
    }

    private static List<String> missing(Map<String, String> cells, Map<String, String> mapping) {
        Map<String, String> wanted = new TreeMap<>(mapping);
        wanted.putIfAbsent("type", "type");
        wanted.putIfAbsent("created", "created");
        List<String> missing = new ArrayList<>();
        wanted.forEach((what, header) -> {
            if (!cells.containsKey(header)) {
                missing.add(
                        "no column '" + header + "' for " + what + "; name yours with --columns " + what + "=HEADER");
            }
        });
        return missing;
    }

    private static Ticket ticket(Map<String, String> cells, Map<String, String> mapping) {
        String type = cell(cells, mapping, "type");
        Instant created = time(cell(cells, mapping, "created"), "created");
        if (created == null) {
            throw new IllegalArgumentException("created is empty");
        }
        Instant resolved = time(cell(cells, mapping, "resolved"), "resolved");
        String said = cell(cells, mapping, "minutes");
        Double minutes = said == null ? null : number(said);
        if (minutes == null && resolved != null && !resolved.isBefore(created)) {
            minutes = Duration.between(created, resolved).toMillis() / MILLIS_A_MINUTE;
        }
        String agent = cell(cells, mapping, "agent");
        return new Ticket(
                type == null ? "unclassified" : type,
                created,
                minutes,
                cell(cells, mapping, "solution"),
                agent != null);
    }

    private static @Nullable String cell(Map<String, String> cells, Map<String, String> mapping, String what) {
        String value = cells.get(mapping.getOrDefault(what, what));
        return value == null || value.isBlank() ? null : value.strip();
    }

    private static double number(String text) {
        try {
            double minutes = Double.parseDouble(text);
            if (minutes >= 0 && minutes < 1e9) {
                return minutes;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new IllegalArgumentException("minutes must be a number of minutes, 0 or more");
    }

    private static @Nullable Instant time(@Nullable String text, String what) {
        if (text == null) {
            return null;
        }
        String iso = text.replace(' ', 'T');
        try {
            if (iso.length() == 10) {
                return LocalDate.parse(iso).atStartOfDay(ZoneOffset.UTC).toInstant();
            }
            boolean zoned = iso.endsWith("Z") || iso.lastIndexOf('+') > 10 || iso.lastIndexOf('-') > 10;
            return zoned
                    ? OffsetDateTime.parse(iso).toInstant()
                    : LocalDateTime.parse(iso).toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    what + " must be a time such as 2026-03-01 09:00 or 2026-03-01T09:00:00Z", e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.figures;

import io.baton.event.Grain;
import java.util.Map;
import java.util.Objects;

/**
 * What a day of turns leaves on the topics of figures, from some minutes of it.
 *
 * @param minutes how many minutes were counted
 * @param writtenBytes what the topics grew by meanwhile, as it lies on the broker's disk
 * @param compression bytes on disk by bytes of rows, once the broker has cleaned all topics
 * @param series rows that a grain can have in one window: categories, segments and channels multiplied
 * @param grains what there was of each grain
 * @param idleBytes what the broker does not clean for the time being: open segments
 * @param dirty share of what is cleaned that may wait to be cleaned
 */
public record FigureSize(
        int minutes,
        long writtenBytes,
        double compression,
        int series,
        Map<Grain, Rows> grains,
        long idleBytes,
        double dirty) {

    /** What the topics of figures may hold of a day, bytes. */
    public static final long LIMIT = 200_000_000;

    private static final int MINUTES_A_DAY = 1440;
    private static final int HOURS_A_DAY = 24;

    /**
     * Rows of a grain.
     *
     * @param rows how many different ones
     * @param revisions how many were told
     * @param bytes of the last revision of each, keys included, not compressed
     */
    public record Rows(int rows, long revisions, long bytes) {

        double bytesEach() {
            return rows == 0 ? 0 : (double) bytes / rows;
        }
    }

    /** Bytes that stay of a day once later revisions have replaced earlier ones. Hours and days are taken for complete. */
    public double keptBytes() {
        Rows minute = of(Grain.MINUTE);
        double rows = (double) minute.rows() / minutes * MINUTES_A_DAY * minute.bytesEach()
                + (double) series * HOURS_A_DAY * of(Grain.HOUR).bytesEach()
                + series * of(Grain.DAY).bytesEach();
        return rows * compression;
    }

    private Rows of(Grain grain) {
        return Objects.requireNonNull(grains.get(grain), grain.name());
    }

    /** The most that lies on the disk at any time: what is kept, what waits to be cleaned, and open segments. */
    public double mostBytes() {
        return keptBytes() / (1 - dirty) + idleBytes;
    }

    /** Bytes that are written in a day. */
    public double writtenADay() {
        return (double) writtenBytes / minutes * MINUTES_A_DAY;
    }

    /** In words. */
    public String verdict() {
        return mostBytes() <= LIMIT ? "within 200 MB" : "more than 200 MB";
    }
}

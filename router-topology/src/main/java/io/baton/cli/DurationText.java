// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import io.baton.config.LengthOfTime;
import java.time.Duration;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Durations as in the configuration, such as {@code 90s}. */
final class DurationText implements ITypeConverter<Duration> {

    @Override
    public Duration convert(String text) {
        return LengthOfTime.of(text)
                .orElseThrow(() -> new TypeConversionException(
                        "must be a duration such as 90s, 15m, 2h or 8d (was " + text + ")"));
    }
}

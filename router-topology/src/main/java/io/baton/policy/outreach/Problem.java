// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.outreach;

import io.baton.event.ProductSignalReported;
import io.baton.state.CustomerSnapshot;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Names the specific problem (P04): the first text of the rule of which all values are known, filled from the signal and the
 * customer's profile, with the detail that the product gives. Where there is no such text the detail speaks alone; where there is
 * none either, nothing can be named.
 */
record Problem(ProductSignalReported signal, CustomerSnapshot customer) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z]+)}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM yyyy, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    Optional<String> text(List<String> templates) {
        String detail = signal.getDetail();
        for (String template : templates) {
            Optional<String> filled = filled(template);
            if (filled.isPresent()) {
                boolean told = detail == null || detail.isBlank() || template.contains("{detail}");
                return told ? filled : filled.map(text -> text + " " + detail);
            }
        }
        return Optional.ofNullable(detail).filter(text -> !text.isBlank());
    }

    /** Empty where a value is not known. */
    private Optional<String> filled(String template) {
        StringBuilder filled = new StringBuilder();
        Matcher matcher = PLACEHOLDER.matcher(template);
        while (matcher.find()) {
            String value = value(matcher.group(1));
            if (value == null || value.isBlank()) {
                return Optional.empty();
            }
            matcher.appendReplacement(filled, Matcher.quoteReplacement(value));
        }
        return Optional.of(matcher.appendTail(filled).toString());
    }

    private @Nullable String value(String name) {
        Double magnitude = signal.getMagnitude();
        Instant since = signal.getSince();
        return switch (name) {
            case "feature" -> signal.getFeature();
            case "detail" -> signal.getDetail();
            case "since" -> since == null ? null : DAY.format(since);
            case "magnitude" -> magnitude == null ? null : plain(magnitude);
            case "percent" -> magnitude == null ? null : percent(Math.abs(magnitude));
            case "health" -> customer.getHealth() == null ? null : String.valueOf(customer.getHealth());
            case "usage" -> usage(customer.getUsageChange());
            case "renewal" -> renewal(customer.getRenewalDay());
            default -> null;
        };
    }

    /** Only a fall is a problem. */
    private static @Nullable String usage(@Nullable Float change) {
        return change == null || change >= 0 ? null : percent(-change);
    }

    private static @Nullable String renewal(@Nullable Integer day) {
        return day == null ? null : DATE.format(LocalDate.ofEpochDay(day));
    }

    /** A fraction, or what was given in percent already. */
    private static String percent(double share) {
        return plain(share <= 1 ? share * 100 : share) + " %";
    }

    private static String plain(double value) {
        return BigDecimal.valueOf(value)
                .setScale(1, RoundingMode.HALF_UP)
                .stripTrailingZeros()
                .toPlainString();
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/**
 * Currencies.
 *
 * @param currency default currency, ISO 4217
 * @param rates value of one unit of another currency in the default one
 * @param costs what work costs in the default currency (M15)
 */
public record MoneyRule(String currency, Map<String, Double> rates, CostRule costs) {

    /** Where work costs nothing. */
    public MoneyRule(String currency, Map<String, Double> rates) {
        this(currency, rates, CostRule.NOTHING);
    }

    private static final double MOST = 1e13;

    /** The amount in the default currency, to the cent, however its code is capitalised; empty where the currency is not known (the caller tiers up, T26). */
    public OptionalDouble convert(double amount, @Nullable String from) {
        if (from == null || from.equals(currency)) {
            return OptionalDouble.of(cents(amount));
        }
        Double rate = rates.get(from);
        if (rate == null) {
            String code = from.strip().toUpperCase(Locale.ROOT);
            rate = code.equals(currency) ? Double.valueOf(1) : rates.get(code);
        }
        return rate == null ? OptionalDouble.empty() : OptionalDouble.of(cents(amount * rate));
    }

    /** Rules speak of cents: 500.004 is not more than 500. */
    private static double cents(double amount) {
        return Math.abs(amount) < MOST ? Math.round(amount * 100) / 100.0 : amount;
    }
}

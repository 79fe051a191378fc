// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.policy.ruleset.CostRule;
import io.baton.policy.ruleset.MoneyRule;
import io.baton.yaml.Mapping;
import io.baton.yaml.Scalars;
import io.baton.yaml.Value;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads {@code money}. */
final class MoneyReader {

    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final String ALLOWED = "a currency code of ISO 4217 such as USD or EUR";
    private static final double MAX_COST = 1_000_000;
    private static final String DEFAULT = "USD";

    private MoneyReader() {}

    static MoneyRule read(Value section) {
        return section.mapping(m -> {
            Value given = m.optional("currency");
            String currency = given.given() ? code(given, "") : DEFAULT;
            Map<String, Double> rates = m.optional("rates").each(entry -> {
                if (code(entry.key(), "").equals(currency)) {
                    entry.key().fail("is the default currency, its rate is 1");
                }
                return Scalars.decimal(entry.value(), 1e-9, 1e9, 1);
            });
            return new MoneyRule(currency, rates, m.optional("costs").mapping(MoneyReader::costs));
        });
    }

    private static CostRule costs(Mapping m) {
        return new CostRule(
                Scalars.decimal(m.optional("assistantConversation"), 0, MAX_COST, 0),
                Scalars.decimal(m.optional("assistantReply"), 0, MAX_COST, 0),
                Scalars.decimal(m.optional("humanConversation"), 0, MAX_COST, 0),
                Scalars.decimal(m.optional("humanMinute"), 0, MAX_COST, 0));
    }

    private static String code(Value value, String otherwise) {
        return value.as(ALLOWED, text -> Optional.of(text).filter(CODES::contains), otherwise);
    }
}

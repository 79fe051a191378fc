// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.journey;

import io.baton.event.CustomerProfileUpdated;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Merges profile updates field by field: the value with the latest event time stands, whatever order updates arrive in
 * and however often.
 *
 * <p>Of two values with the same time the greater one stands. That is arbitrary, but it is the same in every order, and
 * for flags it is the careful one. Attributes that the contract does not know are not kept: no rule can ask for them.
 */
final class ProfileMerge {

    private static final List<Field<?>> FIELDS = List.of(
            new Field<>(
                    "accountId", CustomerProfileUpdated::getAccountId, CustomerProfileUpdated.Builder::setAccountId),
            new Field<>("segment", CustomerProfileUpdated::getSegment, CustomerProfileUpdated.Builder::setSegment),
            new Field<>("plan", CustomerProfileUpdated::getPlan, CustomerProfileUpdated.Builder::setPlan),
            new Field<>(
                    "annualValue",
                    CustomerProfileUpdated::getAnnualValue,
                    CustomerProfileUpdated.Builder::setAnnualValue),
            new Field<>("currency", CustomerProfileUpdated::getCurrency, CustomerProfileUpdated.Builder::setCurrency),
            new Field<>(
                    "lifecycle", CustomerProfileUpdated::getLifecycle, CustomerProfileUpdated.Builder::setLifecycle),
            new Field<>(
                    "customerSince",
                    CustomerProfileUpdated::getCustomerSince,
                    CustomerProfileUpdated.Builder::setCustomerSince),
            new Field<>(
                    "renewalOn", CustomerProfileUpdated::getRenewalOn, CustomerProfileUpdated.Builder::setRenewalOn),
            new Field<>("health", CustomerProfileUpdated::getHealth, CustomerProfileUpdated.Builder::setHealth),
            new Field<>(
                    "usageChange",
                    CustomerProfileUpdated::getUsageChange,
                    CustomerProfileUpdated.Builder::setUsageChange),
            new Field<>("atRisk", CustomerProfileUpdated::getAtRisk, CustomerProfileUpdated.Builder::setAtRisk),
            new Field<>(
                    "openBillingDispute",
                    CustomerProfileUpdated::getOpenBillingDispute,
                    CustomerProfileUpdated.Builder::setOpenBillingDispute),
            new Field<>(
                    "prefersHuman",
                    CustomerProfileUpdated::getPrefersHuman,
                    CustomerProfileUpdated.Builder::setPrefersHuman),
            new Field<>(
                    "dedicatedContact",
                    CustomerProfileUpdated::getDedicatedContact,
                    CustomerProfileUpdated.Builder::setDedicatedContact),
            new Field<>("locale", CustomerProfileUpdated::getLocale, CustomerProfileUpdated.Builder::setLocale));

    private ProfileMerge() {}

    /**
     * A profile and the event time of each of its values.
     *
     * @param times field name to epoch milliseconds, for values that are not of the time of the profile: few, as a rule
     */
    record Merged(CustomerProfileUpdated profile, Map<String, Long> times) {}

    static Merged merge(
            @Nullable CustomerProfileUpdated before, Map<String, Long> timesBefore, CustomerProfileUpdated update) {
        CustomerProfileUpdated.Builder merged = CustomerProfileUpdated.newBuilder(before == null ? update : before)
                .setAttributes(Map.of());
        Map<String, Long> times = before == null ? new HashMap<>() : every(before, timesBefore);
        long at = update.getTime().toEpochMilli();
        for (Field<?> field : FIELDS) {
            field.merge(before, merged, update, at, times);
        }
        if (before != null && newer(update, before)) {
            merged.setId(update.getId()).setSource(update.getSource()).setTime(update.getTime());
        }
        CustomerProfileUpdated profile = merged.build();
        times.values().removeIf(time -> time == profile.getTime().toEpochMilli());
        return new Merged(profile, times);
    }

    private static Map<String, Long> every(CustomerProfileUpdated before, Map<String, Long> timesBefore) {
        Map<String, Long> times = new HashMap<>();
        for (Field<?> field : FIELDS) {
            if (field.get().apply(before) != null) {
                times.put(field.name(), before.getTime().toEpochMilli());
            }
        }
        times.putAll(timesBefore);
        return times;
    }

    private static boolean newer(CustomerProfileUpdated a, CustomerProfileUpdated b) {
        int order = a.getTime().compareTo(b.getTime());
        if (order == 0) {
            order = a.getSource().compareTo(b.getSource());
        }
        return order > 0 || (order == 0 && a.getId().compareTo(b.getId()) > 0);
    }

    private record Field<T extends Comparable<? super T>>(
            String name,
            Function<CustomerProfileUpdated, @Nullable T> get,
            BiConsumer<CustomerProfileUpdated.Builder, T> set) {

        void merge(
                @Nullable CustomerProfileUpdated before,
                CustomerProfileUpdated.Builder merged,
                CustomerProfileUpdated update,
                long at,
                Map<String, Long> times) {
            T value = get.apply(update);
            if (value == null) {
                return;
            }
            T known = before == null ? null : get.apply(before);
            if (known == null || wins(value, at, known, times.getOrDefault(name, Long.MIN_VALUE))) {
                set.accept(merged, value);
                times.put(name, at);
            }
        }

        private boolean wins(T value, long at, T known, long knownAt) {
            return at > knownAt || (at == knownAt && value.compareTo(known) > 0);
        }
    }
}

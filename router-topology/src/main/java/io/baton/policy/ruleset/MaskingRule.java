// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What intake masks.
 *
 * @param kinds built-in detectors that are on: EMAIL, PHONE, CARD, IBAN, IP
 * @param phoneRegion region for numbers without a country code, ISO 3166 two letters
 * @param patterns further detectors: kind (upper case) to pattern, such as national ids
 */
public record MaskingRule(List<String> kinds, String phoneRegion, Map<String, Pattern> patterns) {}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

/** What an event is about; one input topic each. */
public enum Subject {
    CONVERSATION,
    PROFILE,
    SIGNAL,
    INCIDENT,
    AVAILABILITY,
    RULESET
}

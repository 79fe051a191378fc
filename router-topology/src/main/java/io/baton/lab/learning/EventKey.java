// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

/** Identity of an event: its id is unique within its source. */
record EventKey(String source, String id) {}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.packed;

import org.apache.kafka.streams.query.Query;

/** Asks a {@link PackedStore} for all that is committed of a customer. */
public record CustomerQuery(String customerId) implements Query<CustomerView> {}

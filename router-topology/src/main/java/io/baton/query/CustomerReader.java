// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.query;

/** Reads what the store of a partition keeps of a customer. */
interface CustomerReader {

    /** @throws NotHereException where the partition is not held here or its store is not there yet */
    CustomerState read(int partition, String customerId);
}

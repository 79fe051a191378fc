// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import org.apache.kafka.common.errors.RetriableException;

/**
 * The registry did not answer usefully for as long as the configuration allows. Transient: the record is as good as before, so
 * it must never become a dead letter; wait or restart the thread.
 */
public final class RegistryUnavailableException extends RetriableException {

    public RegistryUnavailableException(String message) {
        super(message);
    }
}

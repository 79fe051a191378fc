// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

/** Finds out who asks. */
interface Access {

    /** Where no access control is configured: whoever sits at this machine. */
    Access LOCAL = new Access() {
        @Override
        public Identity identify(Exchange exchange) {
            return Identity.LOCAL;
        }

        @Override
        public String challenge() {
            return "";
        }
    };

    /** Who asks; throws a {@link Problem} where that cannot be told. */
    Identity identify(Exchange exchange);

    /** What a client that has not signed in is told to send, for the header {@code WWW-Authenticate}. */
    String challenge();
}

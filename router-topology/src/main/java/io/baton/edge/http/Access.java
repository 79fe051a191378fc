// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

/** Finds out who asks. */
interface Access {

    /** Where no access control is configured: whoever sits at this machine. */
    Access LOCAL = exchange -> Identity.LOCAL;

    /** Who asks; throws a {@link Problem} where that cannot be told. */
    Identity identify(Exchange exchange);
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

/** Ends the reading of a record from any depth; {@link Intake} turns it into a result. Has no stack trace: it is no fault of ours. */
final class RefusedException extends Exception {

    private final Refusal reason;
    private final String detail;

    RefusedException(Refusal reason, String detail) {
        super(reason.code(), null, false, false);
        this.reason = reason;
        this.detail = detail;
    }

    Result.Refused result() {
        return new Result.Refused(reason, detail);
    }
}

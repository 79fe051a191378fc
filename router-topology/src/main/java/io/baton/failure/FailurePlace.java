// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.failure;

/**
 * What failed and where, without the message: messages of exceptions quote the data they failed on.
 */
public final class FailurePlace {

    private FailurePlace() {}

    /** Class of the failure and the innermost line of ours that it passed through. */
    public static String of(Throwable failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith("io.baton.")) {
                String type =
                        frame.getClassName().substring(frame.getClassName().lastIndexOf('.') + 1);
                return failure.getClass().getName() + " at " + type + "." + frame.getMethodName() + ":"
                        + frame.getLineNumber();
            }
        }
        return failure.getClass().getName();
    }
}

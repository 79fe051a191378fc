// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.streams.errors.StreamsException;
import org.jspecify.annotations.Nullable;

/**
 * One line on what failed, for logs and screens.
 *
 * <p>The message of an exception may quote a record, so only messages of kinds that name resources instead are repeated; of
 * all others the class and the place must do.
 */
public final class FailureText {

    private FailureText() {}

    /** The innermost cause that says something, in one line and without record contents. */
    public static String of(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root && isWrapping(root)) {
            root = root.getCause();
        }
        String name = root.getClass().getSimpleName();
        String message = root.getMessage();
        if (message != null && isSafe(root)) {
            return name + ": " + message.lines().findFirst().orElse("");
        }
        return name + place(root);
    }

    /** Why a file could not be used, in a few words. */
    public static String ofFile(IOException failure) {
        if (failure instanceof NoSuchFileException) {
            return "no such file";
        } else if (failure instanceof AccessDeniedException) {
            return "not allowed";
        } else if (failure instanceof CharacterCodingException) {
            return "not a text file in UTF-8";
        }
        return failure.getClass().getSimpleName();
    }

    private static boolean isWrapping(Throwable failure) {
        return failure instanceof StreamsException
                || failure instanceof ExecutionException
                || failure instanceof CompletionException
                || failure.getClass() == KafkaException.class
                || failure.getClass() == RuntimeException.class;
    }

    private static boolean isSafe(Throwable failure) {
        boolean own = failure.getClass().getName().startsWith("io.baton.");
        boolean kafka = failure instanceof KafkaException && !(failure instanceof SerializationException);
        return own || (kafka && !(failure instanceof StreamsException && failure.getCause() != null));
    }

    private static String place(Throwable failure) {
        @Nullable StackTraceElement first = null;
        for (StackTraceElement element : failure.getStackTrace()) {
            if (element.getClassName().startsWith("io.baton.")) {
                return " at " + element;
            }
            first = first == null ? element : first;
        }
        return first == null ? "" : " at " + first;
    }
}

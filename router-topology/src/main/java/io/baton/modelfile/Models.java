// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.modelfile;

import io.baton.policy.learning.KnownModel;
import io.baton.policy.learning.KnownModels;
import io.baton.policy.ruleset.TextModelRule.Use;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** The models that a router starts with: the one that ships with it, and the one that an installation names. */
public final class Models {

    private static final String RESOURCE = "/model/shipped.json";

    private Models() {}

    /** The one that ships with the router and no other. */
    public static KnownModels shipped() {
        return Holder.SHIPPED;
    }

    /**
     * The one that ships with the router and the one in a file.
     *
     * @param file made by {@code baton learn}; empty = none
     * @throws IOException where it cannot be read; says what differs where this program does not understand it
     */
    public static KnownModels with(Optional<Path> file) throws IOException {
        if (file.isEmpty()) {
            return shipped();
        }
        byte[] bytes = Files.readAllBytes(file.get());
        return shipped().with(Use.FILE, known("file", bytes, file.get().toString()));
    }

    /** A model by the name that decisions call it. */
    static KnownModel known(String name, byte[] bytes, String file) throws IOException {
        return new KnownModel(name, 0, hash(bytes), ModelFile.read(bytes, file).model());
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Holder {

        private static final KnownModels SHIPPED = read();

        private static KnownModels read() {
            try (InputStream in = Models.class.getResourceAsStream(RESOURCE)) {
                if (in == null) {
                    throw new IllegalStateException(RESOURCE + " is not in the jar");
                }
                return KnownModels.NONE.with(Use.SHIPPED, known("shipped", in.readAllBytes(), RESOURCE));
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}

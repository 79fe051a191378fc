// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import io.baton.serde.RegistryConfig.KeyFile;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.apache.kafka.common.config.ConfigException;
import org.jspecify.annotations.Nullable;

/** The TLS side of a registry connection, built from the key files that the settings name. */
final class RegistryTls {

    private RegistryTls() {}

    static SSLContext context(RegistryConfig config) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(keys(config.keystore()), trust(config.truststore()), null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new ConfigException("the schema registry's TLS settings cannot be used: " + e.getMessage());
        }
    }

    private static KeyManager @Nullable [] keys(@Nullable KeyFile file) throws GeneralSecurityException {
        if (file == null) {
            return null;
        }
        KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        String keyPassword = file.keyPassword() == null ? file.password() : file.keyPassword();
        factory.init(load(file, "keystore"), chars(keyPassword));
        return factory.getKeyManagers();
    }

    private static TrustManager @Nullable [] trust(@Nullable KeyFile file) throws GeneralSecurityException {
        if (file == null) {
            return null;
        }
        TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        factory.init(load(file, "truststore"));
        return factory.getTrustManagers();
    }

    private static KeyStore load(KeyFile file, String which) throws GeneralSecurityException {
        KeyStore store = KeyStore.getInstance(file.type());
        try (InputStream input = Files.newInputStream(Path.of(file.location()))) {
            store.load(input, chars(file.password()));
            return store;
        } catch (IOException e) {
            throw new ConfigException("schema.registry.ssl." + which + ".location cannot be read: " + file.location());
        }
    }

    private static char @Nullable [] chars(@Nullable String text) {
        return text == null ? null : text.toCharArray();
    }
}

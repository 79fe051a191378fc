// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.cli;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;
import picocli.CommandLine.IVersionProvider;

/** The version that Maven wrote into the jar. */
final class Version implements IVersionProvider {

    private static final String RESOURCE = "/META-INF/maven/io.baton/router-topology/pom.properties";

    @Override
    public String[] getVersion() throws IOException {
        return new String[] {"baton " + text() + " (Java " + Runtime.version().feature() + ")"};
    }

    private static String text() throws IOException {
        try (InputStream in = Version.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                return "development build";
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version", "development build");
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.edge.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongSupplier;

/**
 * People of a file: one a line, {@code name:role:bcrypt}, as {@code htpasswd -nB NAME} makes the hash. A password is sent with each
 * request and never kept in a cookie, so that no other page can make use of it.
 */
final class PasswordFile implements Access {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 1_000;

    private final Map<String, Person> people;
    private final LongSupplier nanos;
    private final RateLimit failures;
    /** What an unknown name is checked against. */
    private final String nobody =
            BCrypt.withDefaults().hashToString(10, UUID.randomUUID().toString().toCharArray());

    private final String salt = UUID.randomUUID().toString();
    private final Map<String, Seen> seen = new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
            return size() > MOST_REMEMBERED;
        }
    };

    private record Person(Role role, String hash) {}

    /** Somebody whose password was right a while ago; checking it takes a tenth of a second each time. */
    private record Seen(Identity identity, long until) {}

    private PasswordFile(Map<String, Person> people, LongSupplier nanos) {
        this.people = people;
        this.nanos = nanos;
        this.failures = new RateLimit(0.2, 5, nanos);
    }

    /**
     * @param nanos a clock that only runs forward
     * @throws AccessFileException with every line that is wrong
     */
    static PasswordFile read(Path file, LongSupplier nanos) {
        List<String> lines;
        try {
            lines = Files.readAllLines(file);
        } catch (IOException e) {
            throw new AccessFileException("http.password.file: cannot be read: " + file);
        }
        Map<String, Person> people = new HashMap<>();
        List<String> problems = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).trim();
            if (!line.isEmpty() && !line.startsWith("#")) {
                String problem = add(line, people);
                if (!problem.isEmpty()) {
                    problems.add("line " + (i + 1) + " " + problem);
                }
            }
        }
        if (people.isEmpty() && problems.isEmpty()) {
            problems.add("names nobody");
        }
        if (!problems.isEmpty()) {
            throw new AccessFileException("http.password.file: " + String.join("; ", problems));
        }
        return new PasswordFile(people, nanos);
    }

    private static String add(String line, Map<String, Person> people) {
        String[] parts = line.split(":", 3);
        Optional<Role> role = parts.length < 3 ? Optional.empty() : Role.of(parts[1]);
        if (role.isEmpty()) {
            return "must be name:role:bcrypt with the role viewer, agent or operator";
        }
        if (!parts[2].matches("\\$2[aby]\\$\\d\\d\\$[./A-Za-z0-9]{53}")) {
            return "must end with a bcrypt hash, as htpasswd -nB makes it";
        }
        people.put(parts[0], new Person(role.get(), parts[2]));
        return "";
    }

    @Override
    public Identity identify(Exchange exchange) {
        String header = exchange.header("Authorization");
        if (header == null || !header.startsWith("Basic ")) {
            throw Problem.unauthorised("sign in with name and password");
        }
        String key = digest(salt + header);
        Optional<Identity> known = remembered(key);
        if (known.isPresent()) {
            return known.get();
        }
        Optional<Identity> identity = check(header.substring("Basic ".length()));
        if (identity.isEmpty()) {
            failures.take(exchange.remote());
            throw Problem.unauthorised("name or password is wrong");
        }
        remember(key, identity.get());
        return identity.get();
    }

    @Override
    public String challenge() {
        return "Basic realm=\"baton\"";
    }

    private Optional<Identity> check(String encoded) {
        String given;
        try {
            given = new String(Base64.getDecoder().decode(encoded), UTF_8);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        int colon = given.indexOf(':');
        String name = colon < 0 ? given : given.substring(0, colon);
        Person person = people.get(name);
        // An unknown name takes as long as a wrong password, so that names cannot be tried out.
        String hash = person == null ? nobody : person.hash();
        boolean right = BCrypt.verifyer().verify(given.substring(colon + 1).toCharArray(), hash.toCharArray()).verified;
        return right && person != null ? Optional.of(new Identity(name, person.role())) : Optional.empty();
    }

    private synchronized Optional<Identity> remembered(String key) {
        return Optional.ofNullable(seen.get(key))
                .filter(found -> found.until() - nanos.getAsLong() > 0)
                .map(Seen::identity);
    }

    private synchronized void remember(String key, Identity identity) {
        seen.put(key, new Seen(identity, nanos.getAsLong() + REMEMBERED.toNanos()));
    }

    private static String digest(String text) {
        try {
            return Base64.getEncoder()
                    .encodeToString(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

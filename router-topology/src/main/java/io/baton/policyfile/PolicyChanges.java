// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.yaml.Leaves;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What one policy document says otherwise than another: settings, not lines, so that comments and order do not count. */
public final class PolicyChanges {

    private PolicyChanges() {}

    /**
     * A setting that differs.
     *
     * @param path where it is, such as {@code signals.too-long.threshold}
     * @param from what it was; null where it was not there
     * @param to what it is; null where it is no longer there
     */
    public record Change(
            String path, @Nullable String from, @Nullable String to) {}

    /** Everything that differs, in the order of the later document; what only the earlier one has comes last. */
    public static List<Change> between(String earlier, String later) {
        Map<String, String> before = Leaves.of(earlier);
        Map<String, String> after = Leaves.of(later);
        Set<String> paths = new LinkedHashSet<>(after.keySet());
        paths.addAll(before.keySet());
        List<Change> changes = new ArrayList<>();
        for (String path : paths) {
            String from = before.get(path);
            String to = after.get(path);
            if (from == null || !from.equals(to)) {
                changes.add(new Change(path, from, to));
            }
        }
        return changes;
    }
}

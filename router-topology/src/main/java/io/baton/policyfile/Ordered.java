// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policyfile;

import io.baton.policy.condition.Condition;
import io.baton.yaml.Mapping;
import io.baton.yaml.Value;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rule of ordered lists: the first whose condition holds is taken, and the last one has none. */
final class Ordered {

    private Ordered() {}

    static @Nullable Condition condition(Mapping m, boolean last, Function<Value, @Nullable Condition> reader) {
        if (!last) {
            return reader.apply(m.required("when"));
        }
        Value when = m.optional("when");
        if (when.given()) {
            when.fail("must not stand on the last one: it is taken where no other holds");
        }
        return null;
    }
}

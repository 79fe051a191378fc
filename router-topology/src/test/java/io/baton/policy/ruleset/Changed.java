// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ruleset;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;

/** Copies of records that differ in some components, for records of so many that naming them all would hide what is changed. */
public final class Changed {

    private Changed() {}

    /**
     * A copy with other values.
     *
     * @param changes name of a component, its value, and so on
     * @throws IllegalArgumentException for a name that the record does not have
     */
    @SuppressWarnings("unchecked") // the constructor is that of the record's own class
    public static <R extends Record> R copy(R record, Object... changes) {
        Map<Object, Object> left = new HashMap<>();
        for (int i = 0; i < changes.length; i += 2) {
            left.put(changes[i], changes[i + 1]);
        }
        RecordComponent[] components = record.getClass().getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        try {
            for (int i = 0; i < components.length; i++) {
                String name = components[i].getName();
                types[i] = components[i].getType();
                values[i] = left.containsKey(name)
                        ? left.remove(name)
                        : components[i].getAccessor().invoke(record);
            }
            if (!left.isEmpty()) {
                throw new IllegalArgumentException(record.getClass().getSimpleName() + " has no " + left.keySet());
            }
            Constructor<?> all = record.getClass().getDeclaredConstructor(types);
            return (R) all.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.child;

import java.lang.management.ManagementFactory;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import javax.management.JMException;
import javax.management.MBeanServer;
import javax.management.ObjectName;
import org.jspecify.annotations.Nullable;

/**
 * Tells the bench when Kafka Streams has its partitions and when it runs, from its own published metrics, so that the router
 * needs no hook for it. Ends with the first of state {@code RUNNING}: nothing of it is left when figures are taken.
 */
final class StateWatch {

    private static final long LOOK_EVERY_MS = 5;
    private static final String CLIENT = "kafka.streams:type=stream-metrics,client-id=*";
    private static final String THREAD = "kafka.streams:type=stream-thread-metrics,thread-id=*";

    private final MBeanServer beans = ManagementFactory.getPlatformMBeanServer();
    private final long began = System.nanoTime();
    /** Looking for a name each time took a tenth of a processor of the program that is watched. */
    private final Map<String, ObjectName> names = new HashMap<>();

    private boolean assigned;

    private StateWatch() {}

    static void start() {
        Thread thread = new Thread(() -> new StateWatch().watch(), "bench-state");
        thread.setDaemon(true);
        thread.start();
    }

    private void watch() {
        try {
            while (!look()) {
                Thread.sleep(LOOK_EVERY_MS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private boolean look() {
        long now = (System.nanoTime() - began) / 1_000_000;
        if (!assigned && "PARTITIONS_ASSIGNED".equals(attribute(THREAD, "state"))) {
            assigned = true;
            Child.say("assigned " + now);
        }
        if ("RUNNING".equals(attribute(CLIENT, "state"))) {
            Child.say("running " + now);
            return true;
        }
        return false;
    }

    private @Nullable String attribute(String pattern, String name) {
        try {
            if (!names.containsKey(pattern)) {
                Set<ObjectName> found = beans.queryNames(new ObjectName(pattern), null);
                if (found.isEmpty()) {
                    return null;
                }
                names.put(pattern, found.iterator().next());
            }
            return String.valueOf(beans.getAttribute(names.get(pattern), name));
        } catch (JMException e) {
            names.remove(pattern);
            return null;
        }
    }
}

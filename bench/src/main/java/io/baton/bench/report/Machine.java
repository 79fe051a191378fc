// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.kafka.common.utils.AppInfoParser;

/**
 * Where a bench ran.
 *
 * @param processor its model, where the system says it
 * @param cores that Java may use
 * @param memoryBytes of the machine
 * @param system name, version and architecture of the operating system
 * @param java version and vendor
 * @param load average load of the last minute before anything was started; -1 where the system does not say
 */
public record Machine(
        String processor, int cores, long memoryBytes, String system, String java, String kafka, double load) {

    private static final Path CPU_INFO = Path.of("/proc/cpuinfo");
    private static final double BUSY = 0.25;

    /** This machine, now. */
    public static Machine now() {
        var os = ManagementFactory.getOperatingSystemMXBean();
        long memory = os instanceof com.sun.management.OperatingSystemMXBean more ? more.getTotalMemorySize() : 0;
        return new Machine(
                model(),
                Runtime.getRuntime().availableProcessors(),
                memory,
                os.getName() + " " + os.getVersion() + " " + os.getArch(),
                System.getProperty("java.vm.version") + " " + System.getProperty("java.vendor"),
                AppInfoParser.getVersion(),
                os.getSystemLoadAverage());
    }

    /** Whether something else is running here that would be measured along. */
    public boolean isBusy() {
        return load > BUSY * cores;
    }

    private static String model() {
        try {
            return Files.readAllLines(CPU_INFO, StandardCharsets.UTF_8).stream()
                    .filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.flink;

import io.baton.bench.child.Guest;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.commons.lang3.exception.ExceptionUtils;
import org.apache.flink.api.common.JobStatus;
import org.apache.flink.core.execution.JobClient;
import org.apache.flink.streaming.api.environment.StreamExecutionEnvironment;

/** Runs the job with all of Flink in this one process. */
public final class FlinkProgram implements Guest {

    private static final long LOOK_EVERY_MS = 20;

    /** For whoever looks for services. */
    public FlinkProgram() {}

    @Override
    public String program() {
        return "flink";
    }

    @Override
    public void run(Map<String, String> settings, Runnable running) throws Exception {
        JobSettings job = new JobSettings(settings);
        // Never closed: it ends with the process.
        StreamExecutionEnvironment flink = StreamExecutionEnvironment.createLocalEnvironment(1, job.flink());
        RuleJob.build(flink, job);
        JobClient client = flink.executeAsync(job.application());
        while (client.getJobStatus().get() != JobStatus.RUNNING) {
            Thread.sleep(LOOK_EVERY_MS);
        }
        running.run();
        try {
            client.getJobExecutionResult().get();
        } catch (ExecutionException failed) {
            failed.printStackTrace();
            // The bench shows the end of the log, and Flink's reason is far above it by then.
            System.err.println("the job ended: " + ExceptionUtils.getRootCause(failed));
        }
    }
}

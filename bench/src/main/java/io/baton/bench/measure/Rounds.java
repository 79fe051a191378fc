// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.measure;

import io.baton.bench.gate.Evidence;
import io.baton.bench.gate.Verification;
import java.util.ArrayList;
import java.util.List;

/**
 * All runs of a plan, interleaved: each variant once, then each once more. Whatever changes on the machine meanwhile changes
 * for all of them. One run before the first round, whose figures are thrown away, warms the broker.
 */
public final class Rounds {

    private final Plan plan;
    private final Runner runner;
    private final Verification verification = new Verification();

    public Rounds(Plan plan, Runner runner) {
        this.plan = plan;
        this.runner = runner;
    }

    /** Told what is going on. */
    public interface Watcher {

        /**
         * @param number of this run, from 1
         * @param done events so far
         */
        void at(Runner.Task task, int number, long done, long total);
    }

    /** Runs all. */
    public List<Run> run(Watcher watcher) throws InterruptedException {
        runner.run(plan.warmUp(), (done, total) -> {});
        List<Run> runs = new ArrayList<>();
        for (int commitMs : plan.commits()) {
            for (int round = 1; round <= plan.rounds(); round++) {
                for (Variant variant : plan.variants()) {
                    if (plan.runs(variant, round)) {
                        runs.add(run(plan.task(variant, round, commitMs), runs.size() + 1, watcher));
                    }
                }
            }
        }
        return runs;
    }

    private Run run(Runner.Task task, int number, Watcher watcher) throws InterruptedException {
        watcher.at(task, number, 0, 1);
        Run run = runner.run(task, (done, total) -> watcher.at(task, number, done, total));
        Evidence evidence = run.evidence();
        if (evidence != null) {
            boolean router = task.variant().isRouter();
            // The commit interval changes nothing that is written, nor does the store: all of a flavour must agree.
            String group = task.prefix() + task.variant().program();
            verification.add(group, run.name(), evidence, router ? task.conversations() : -1);
        }
        return run;
    }

    /** Whether all runs did the same work. */
    public Verification verification() {
        return verification;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.demo;

import io.baton.lab.Feed;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Publishes the script, each event when its time has come. */
final class Stage {

    private final Feed feed;
    private final ScaledClock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private final CountDownLatch played = new CountDownLatch(1);

    Stage(Feed feed, ScaledClock clock) {
        this.feed = feed;
        this.clock = clock;
    }

    void play(List<Script.Act> acts) {
        Thread thread = new Thread(() -> publish(acts), "demo-stage");
        thread.setDaemon(true);
        thread.start();
    }

    private void publish(List<Script.Act> acts) {
        try {
            for (Script.Act act : acts) {
                if (stop.await(clock.realMillisUntil(act.at()), TimeUnit.MILLISECONDS)) {
                    return;
                }
                feed.send(new ProducerRecord<>(
                        feed.topic(act.type()), null, act.at(), Feed.key(act.event()), act.event()));
            }
            feed.flush();
            played.countDown();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Whether every event has been published. */
    boolean isPlayed() {
        return played.getCount() == 0;
    }

    void stop() {
        stop.countDown();
    }
}

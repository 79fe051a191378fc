// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.runtime;

import io.baton.config.RouterConfig;
import io.baton.failure.BrokerTrouble;
import io.baton.packed.PackedStore;
import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A running router. A stream thread that fails is replaced while the budget lasts, then the router stops and says why; one that
 * a broker did not answer in time is replaced each time. Closing leaves the group, so that others take over within seconds.
 */
public final class RouterProcess implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(RouterProcess.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final KafkaStreams streams;
    private final @Nullable StateLock lock;
    private final PutAwayFolder putAway;
    private final ThreadBudget budget;
    private final CountDownLatch running = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile @Nullable String failure;

    private RouterProcess(Topology topology, RouterConfig config, @Nullable StateLock lock) {
        Map<String, Object> given = StreamsSettings.of(config);
        this.putAway = PutAwayFolder.below(config.state().dir());
        HeapRoom.set(given, config, putAway);
        given.put(PackedStore.VIEWED, config.http().port().isPresent());
        Properties settings = new Properties();
        settings.putAll(given);
        this.lock = lock;
        this.budget = new ThreadBudget(config.threadsReplaced(), System::nanoTime);
        this.streams = new KafkaStreams(topology, settings, new RouterClients());
    }

    /**
     * Starts a router and returns at once; {@link #awaitRunning} tells when it has its partitions.
     *
     * @throws StartRefusedException when another process has the state folder, or state may take more than the heap has
     */
    public static RouterProcess start(Topology topology, RouterConfig config) {
        HeapRoom.check(config, Runtime.getRuntime().maxMemory());
        BoundedRocksDb.load();
        StateLock lock =
                config.state().layout().onDisk() ? StateLock.take(config.state().dir()) : null;
        RouterProcess process;
        try {
            process = new RouterProcess(topology, config, lock);
        } catch (RuntimeException e) {
            release(lock);
            throw e;
        }
        process.streams.setUncaughtExceptionHandler(process::threadFailed);
        process.streams.setStateListener((now, before) -> process.changed(now));
        process.streams.start();
        return process;
    }

    /** Whether the router got its partitions within the time; false too where it failed meanwhile. */
    public boolean awaitRunning(Duration most) throws InterruptedException {
        return running.await(most.toMillis(), TimeUnit.MILLISECONDS) && failure == null;
    }

    /** Blocks until the router has stopped; the reason where it stopped by itself. */
    public Optional<String> awaitEnd() throws InterruptedException {
        ended.await();
        return failure();
    }

    /** Why the router stopped by itself, in one line; empty while it runs and after an ordinary close. */
    public Optional<String> failure() {
        return Optional.ofNullable(failure);
    }

    /** What runs, for whoever asks how it does; it must not be started, stopped or told anything else. */
    public KafkaStreams streams() {
        return streams;
    }

    /** Commits, leaves the group and stops; safe to call twice. */
    @Override
    public void close() {
        boolean stopped = streams.close(CloseOptions.timeout(CLOSE_WITHIN)
                .withGroupMembershipOperation(CloseOptions.GroupMembershipOperation.LEAVE_GROUP));
        if (stopped) {
            putAway.close();
        } else {
            LOG.warn("router did not stop within {} s", CLOSE_WITHIN.toSeconds());
        }
        release(lock);
        ended.countDown();
    }

    private void changed(KafkaStreams.State now) {
        switch (now) {
            case RUNNING -> running.countDown();
            case ERROR, NOT_RUNNING -> {
                if (now == KafkaStreams.State.ERROR && failure == null) {
                    failure = "all stream threads have stopped";
                }
                running.countDown();
                ended.countDown();
            }
            default -> LOG.debug("router state={}", now);
        }
    }

    private StreamThreadExceptionResponse threadFailed(Throwable cause) {
        String what = FailureText.of(cause);
        LOG.debug("stream thread failed", cause);
        if (BrokerTrouble.caused(cause)) {
            LOG.warn("stream thread is replaced, the broker did not answer in time: {}", what);
            pause();
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        if (budget.spend()) {
            LOG.warn("stream thread failed and is replaced: {}", what);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("stream thread failed, no more are replaced, the router stops: {}", what);
        failure = what;
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    /** On the thread that ends: what a broker refuses at once must not become a loop that fills a log. */
    private static void pause() {
        try {
            Thread.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void release(@Nullable StateLock lock) {
        if (lock == null) {
            return;
        }
        try {
            lock.close();
        } catch (IOException e) {
            LOG.debug("state lock was gone already", e);
        }
    }
}

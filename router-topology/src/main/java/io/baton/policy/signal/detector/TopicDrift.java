// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.policy.signal.Signal;

/**
 * T23: the topic has moved to another category since the episode began.
 */
final class TopicDrift implements Detector {

    @Override
    public Signal signal() {
        return Signal.TOPIC_DRIFT;
    }

    @Override
    public boolean hearsReplies() {
        return true;
    }

    @Override
    public double read(Observation seen) {
        return seen.change().moved() ? 1 : SILENT;
    }
}

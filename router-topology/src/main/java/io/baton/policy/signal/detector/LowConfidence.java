// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.signal.detector;

import io.baton.event.AssistantReply;
import io.baton.policy.signal.Signal;

/**
 * T01: the assistant says that it is unsure of its reply. A confident reply ends it. Full at half the threshold.
 */
final class LowConfidence implements Detector {

    @Override
    public Signal signal() {
        return Signal.LOW_CONFIDENCE;
    }

    @Override
    public boolean hearsReplies() {
        return true;
    }

    @Override
    public double read(Observation seen) {
        AssistantReply reply = seen.reply();
        Double confidence = reply == null ? null : reply.getConfidence();
        return confidence == null ? SILENT : confidence;
    }

    @Override
    public double full(double threshold) {
        return threshold / 2;
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.processor;

import io.baton.processor.Plan.Timed;
import io.baton.state.AcceptedEvent;
import java.util.ArrayList;
import java.util.List;

/**
 * What a turn has come to so far, while it is worked out.
 *
 * @param entries what goes into the journal
 * @param emissions what goes out, in order
 */
record Work(List<AcceptedEvent> entries, List<Timed> emissions) {

    Work() {
        this(new ArrayList<>(2), new ArrayList<>(2));
    }

    void emit(Emission emission, long at) {
        emissions.add(new Timed(emission, at));
    }
}

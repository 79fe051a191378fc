// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.playbook;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.event.IncidentPhase;
import io.baton.event.IncidentReported;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What is known of incidents is bounded; what is open is known in any case. */
final class IncidentsTest {

    private static final long T0 = Instant.parse("2026-03-02T09:00:00Z").toEpochMilli();

    @Test
    void whatClosedLongAgoIsForgottenAndWhatIsOpenIsNot() {
        Incidents all = Incidents.NONE
                .with(report("old", IncidentPhase.OPENED, 0))
                .with(report("old", IncidentPhase.CLOSED, 10))
                .with(report("open", IncidentPhase.OPENED, 1))
                .with(report("late", IncidentPhase.OPENED, 2))
                .with(report("late", IncidentPhase.CLOSED, 20));

        assertThat(all.since(T0 + 10)).isSameAs(all);
        Incidents left = all.since(T0 + 11);

        assertThat(left.ids()).containsExactlyInAnyOrder("open", "late");
        assertThat(left.open(T0 + 15))
                .extracting(IncidentReported::getIncidentId)
                .containsExactly("late", "open");
        assertThat(left.next(T0)).isEqualTo(T0 + 1);
    }

    @Test
    void ofMoreThanAThousandThoseThatClosedFirstAreForgotten() {
        Incidents all = Incidents.NONE.with(report("open", IncidentPhase.OPENED, 0));
        for (int i = 0; i < 1_005; i++) {
            all = all.with(report("i-" + i, IncidentPhase.CLOSED, 1 + i)).since(T0 - 1);
        }

        assertThat(all.ids()).hasSize(1_000).contains("open", "i-1004", "i-6").doesNotContain("i-0", "i-5");
    }

    private static IncidentReported report(String incident, IncidentPhase phase, long after) {
        return IncidentReported.newBuilder()
                .setId(incident + phase)
                .setSource("statuspage")
                .setIncidentId(incident)
                .setTime(Instant.ofEpochMilli(T0 + after))
                .setPhase(phase)
                .setKind("outage")
                .build();
    }
}

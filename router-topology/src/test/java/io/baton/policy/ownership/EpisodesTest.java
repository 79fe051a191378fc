// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.state.ConversationFigures;
import io.baton.state.ConversationState;
import org.junit.jupiter.api.Test;

class EpisodesTest {

    @Test
    void aConversationBeginsWithTheDefaultsOfItsSchema() {
        ConversationState opened = Episodes.open(new Told().started(0, "how-to"), Told.customer());

        ConversationState byTheSchema = ConversationState.newBuilder()
                .setCustomerId(opened.getCustomerId())
                .setConversationId(opened.getConversationId())
                .setChannel(Episodes.UNKNOWN_CHANNEL)
                .setOwner(opened.getOwner())
                .setPath(opened.getPath())
                .setStartPath(opened.getStartPath())
                .setTier(1)
                .setEpisode(1)
                .setCustomer(Told.customer())
                .setStartedAt(opened.getStartedAt())
                .setEpisodeAt(opened.getStartedAt())
                .setLastAt(opened.getStartedAt())
                .setLastRank(0)
                .setFigures(ConversationFigures.newBuilder().build())
                .build();
        assertThat(opened).isEqualTo(byTheSchema);
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.guarantee;

import io.baton.names.Topics;
import io.baton.policyfile.DefaultPolicy;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;

/** The topics of a router with the queues of the default policy, on a broker that has none yet. */
final class RouterTopics {

    private RouterTopics() {}

    static void create(String bootstrap, Topics topics, int partitions) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            List<String> queues = List.copyOf(DefaultPolicy.ruleset().queues().keySet());
            admin.createTopics(topics.all(queues).stream()
                            .map(spec -> new NewTopic(spec.name(), partitions, (short) 1))
                            .toList())
                    .all()
                    .get();
        }
    }
}

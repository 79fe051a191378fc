// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.demo;

import io.baton.config.RouterConfig;
import io.baton.lab.LocalCluster;
import io.baton.names.Topics;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** What the demo is and where to look while it runs. */
final class Banner {

    /** What every reader of the console should know. */
    static final String MADE_UP =
            "These conversations are made up, company, customers and agents too. What the router decides about them is real.";

    private Banner() {}

    static List<String> lines(
            Demo.Options options, int conversations, LocalCluster cluster, RouterConfig config, URI console) {
        Topics topics = config.topics().names();
        String broker = cluster.bootstrapServers();
        List<String> lines = new ArrayList<>();
        lines.add("");
        lines.add("  Open this         " + console);
        lines.add("");
        lines.add("Baton demo: " + conversations + " support conversations at " + options.speed()
                + " times their speed.");
        lines.add("They are made up, company, customers and agents too. Broker, registry and router are real.");
        lines.add("");
        lines.add("  Kafka             " + broker);
        lines.add("  schema registry   " + cluster.registryUrl() + "/subjects");
        lines.add("  conversations in  " + topics.conversationEvents());
        lines.add("  hand-overs out    " + topics.escalations("standard") + " and one topic for each other queue");
        lines.add("  all topics        ./baton topics");
        lines.add("  read one          kcat -C -b " + broker + " -t " + topics.decisions() + " -f '%T %k %S bytes\\n'");
        lines.add("  say something     echo '{\"specversion\":\"1.0\",\"id\":\"1\",\"source\":\"me\",\"type\":"
                + "\"conversation.customer-message\",\"subject\":\"my-1\",\"time\":\"'$(date -u +%FT%TZ)'\","
                + "\"partitionkey\":\"me\",\"data\":{\"text\":\"I want a human\"}}' | kcat -P -b " + broker + " -t "
                + topics.conversationEvents() + " -k me");
        lines.add("");
        lines.add("Times are the conversations'. Ctrl-C ends it.");
        lines.add("");
        return lines;
    }
}

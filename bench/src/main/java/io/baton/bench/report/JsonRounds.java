// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.bench.gate.Evidence;
import io.baton.bench.measure.Ended;
import io.baton.bench.measure.Idle;
import io.baton.bench.measure.Run;

/** Every slice and every program in the JSON, so that anybody can work the figures out anew. */
final class JsonRounds {

    private JsonRounds() {}

    static ArrayNode rounds(Findings findings) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        findings.runs().forEach(run -> node.add(run(run)));
        return node;
    }

    private static ObjectNode run(Run run) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("group", run.group());
        node.put("variant", run.variant().id());
        node.put("round", run.round());
        node.put("commitMs", run.commitMs());
        node.put("measuredEvents", run.window().events());
        node.put("eventsPerSecond", JsonReport.number(run.window().eventsPerSecond()));
        node.put("cpuMicros", JsonReport.number(run.window().cpuMicros()));
        node.put("appMicros", JsonReport.number(run.window().appMicros()));
        node.put("brokerMicros", JsonReport.number(run.window().brokerMicros()));
        node.put("jitShare", JsonReport.number(run.window().jitShare()));
        node.put("brokerJitShare", JsonReport.number(run.window().brokerJitShare()));
        node.put("commitEveryMs", JsonReport.number(run.window().commitEveryMs()));
        return node;
    }

    static ArrayNode programs(Findings findings) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        findings.ended().forEach(program -> node.add(program(program)));
        return node;
    }

    private static ObjectNode program(Ended program) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("group", program.group());
        node.put("variant", program.variant().id());
        node.put("commitMs", program.commitMs());
        node.put("events", program.events());
        node.put("conversations", program.conversations());
        node.putObject("warmUp")
                .put("slices", program.warmth().slices())
                .put("seconds", JsonReport.number(program.warmth().seconds()))
                .put("jitShare", JsonReport.number(program.warmth().jitShare()))
                .put("warm", program.warmth().isWarm());
        node.put("idleShare", JsonReport.number(program.idleShare()));
        Evidence evidence = program.evidence();
        if (evidence != null) {
            node.put("escalations", evidence.escalations());
            node.put("digest", evidence.digest());
            node.put("refused", evidence.refused());
        }
        if (program.heapBytes() > 0) {
            node.put("heapBytes", program.heapBytes());
        }
        if (program.changelogBytes() > 0) {
            node.put("changelogBytes", program.changelogBytes());
        }
        return node;
    }

    static ArrayNode idle(Findings findings) {
        ArrayNode node = JsonNodeFactory.instance.arrayNode();
        for (Idle idle : findings.idle()) {
            node.addObject()
                    .put("group", idle.group())
                    .put("commitMs", idle.commitMs())
                    .put("programs", idle.count())
                    .put("programsShare", JsonReport.number(idle.programs()))
                    .put("brokerShare", JsonReport.number(idle.broker()))
                    .put("small", idle.isSmall());
        }
        return node;
    }
}

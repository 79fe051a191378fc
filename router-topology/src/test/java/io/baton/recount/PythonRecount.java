// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.recount;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.baton.policy.ruleset.CalendarRule;
import io.baton.policy.ruleset.CostRule;
import io.baton.policy.ruleset.Ruleset;
import io.baton.policyfile.DefaultPolicy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Objects;

/** Has {@code recount.py} count the figures of a folder of outputs again: another language, and by the documentation alone. */
public final class PythonRecount {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Path SCRIPT = Path.of("src", "test", "recount", "recount.py");

    /**
     * What it says.
     *
     * @param equal whether every figure that it counts is the same in every row
     * @param text how many, and which differ
     */
    public record Answer(boolean equal, String text) {}

    private PythonRecount() {}

    /**
     * Counts again by the default policy; a test without Python 3.9 or newer is skipped.
     *
     * @param events CloudEvents, one a line
     * @param out folder with the files of topics, as a replay writes them
     * @param settle for how long time ran on after the last event
     */
    public static Answer of(Path events, Path out, Duration settle) throws IOException, InterruptedException {
        assumeTrue(python("-c", "import zoneinfo").equal(), "no python3 with time zones here");
        Path policy = Files.writeString(Files.createTempFile(out, "policy", ".json"), policy(settle), UTF_8);
        return python(SCRIPT.toString(), events.toString(), out.toString(), policy.toString());
    }

    private static Answer python(String... arguments) throws IOException, InterruptedException {
        String[] command = new String[arguments.length + 1];
        command[0] = "python3";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        try {
            Process process =
                    new ProcessBuilder(command).redirectErrorStream(true).start();
            String text = new String(process.getInputStream().readAllBytes(), UTF_8);
            return new Answer(process.waitFor() == 0, text);
        } catch (IOException e) {
            return new Answer(false, "python3 cannot be started: " + e.getMessage());
        }
    }

    private static String policy(Duration settle) throws IOException {
        Ruleset rules = DefaultPolicy.ruleset();
        ObjectNode policy = JSON.createObjectNode();
        ObjectNode categories = policy.putObject("categories");
        rules.categories()
                .forEach((id, category) -> categories
                        .putObject(id)
                        .put("csatFloor", category.csatFloor())
                        .put("costPerContact", category.costPerContact())
                        .put("highStakes", category.highStakes()));
        policy.put("default", rules.defaultCategory());
        CostRule costs = rules.money().costs();
        policy.putObject("costs")
                .put("assistantConversation", costs.assistantConversation())
                .put("assistantReply", costs.assistantReply())
                .put("humanConversation", costs.humanConversation())
                .put("humanMinute", costs.humanMinute());
        policy.set("scorecard", JSON.valueToTree(rules.qa().scorecard()));
        policy.put("durable", rules.timing().durableMillis());
        policy.put("settle", settle.toMillis());
        calendar(
                policy.putObject("calendar"),
                Objects.requireNonNull(rules.calendars().get(rules.timing().calendar())));
        return JSON.writeValueAsString(policy);
    }

    private static void calendar(ObjectNode node, CalendarRule rule) {
        node.put("zone", rule.zone().getId());
        ObjectNode hours = node.putObject("hours");
        rule.hours().forEach((day, intervals) -> {
            ArrayNode spans = hours.putArray(Integer.toString(day.getValue()));
            intervals.forEach(interval -> spans.addArray()
                    .add(interval.from().toString())
                    .add(interval.to().toString()));
        });
        ArrayNode holidays = node.putArray("holidays");
        rule.holidays().forEach(day -> holidays.add(day.toString()));
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.events;

import java.util.List;
import java.util.SplittableRandom;

/** What customers and the assistant say: about 100 and 140 characters, put together from parts of our own. */
final class Sentences {

    private static final List<String> OPENERS = List.of(
            "Hi, ",
            "Hello, ",
            "Good morning, ",
            "Hey there, ",
            "Thanks, but ",
            "One more thing, ",
            "So, ",
            "Right, ",
            "",
            "OK, ",
            "Sorry, ",
            "Quick question, ",
            "Me again, ",
            "As I said, ",
            "Well, ",
            "Just checking, ");
    private static final List<String> SUBJECTS = List.of(
            "the monthly export",
            "our team calendar",
            "the invoice from March",
            "the ledger view",
            "my saved report",
            "the connection to the bank",
            "the mobile app",
            "a shared folder",
            "the new dashboard",
            "our price list",
            "the approval step",
            "the time sheet",
            "the import of contacts",
            "our second workspace",
            "the weekly digest",
            "the tax setting",
            "the customer list",
            "our project board",
            "the filter by region",
            "the payment reminder");
    private static final List<String> EVENTS = List.of(
            " shows yesterday's numbers although I refreshed it", " does not open when I use the link from the mail",
            " has moved somewhere and I cannot find it", " should have two more columns than I can see here",
            " was fine last week and looks different today", " asks for a permission that I believe I already have",
            " takes rather long to load on the office network", " needs a different currency for one of our clients",
            " lists a colleague who has left in the meantime", " keeps the old name after I changed it in settings",
            " is missing the entries that I added on Tuesday", " sends its notice to the wrong address every time");
    private static final List<String> CLOSERS = List.of(
            ".",
            ", what should I look at?",
            ", is that expected?",
            ", can you check?",
            ", any idea?",
            ".",
            ", thanks.",
            ", no hurry.",
            ". Where do I change that?",
            ". How does that work?");
    private static final List<String> ANGRY = List.of(
            "This is ridiculous, I have explained it again and again and nobody reads what I write. I am furious.",
            "Still broken. This is the worst support I have ever had, I want to file a complaint right now.",
            "Unacceptable! I am angry and I will cancel everything if this is not sorted out today.",
            "You are useless. Terrible answers, terrible product, I am so frustrated with all of this.",
            "I am fed up. Third time this month, it is a disgrace, and I am thinking of switching to somebody else.");
    private static final List<String> ASKS = List.of(
            "I would like to talk to a human about this please, the answers here do not help me at all.",
            "Can I speak to a real person? I have been going round in circles with this for quite a while.",
            "Please let me talk to a person, this is about several settings at once and hard to put in writing.",
            "I want to speak with a human now, somebody who can look into the account together with me.");
    private static final List<String> PRIVATE = List.of(
            " You can reach me at %s.%s@example.org if that is easier.", " My number is +1 415 555 01%d, any time.",
            " The login is %s.%s@example.com by the way.", " Call me back on +44 20 7946 0%d please.");
    private static final List<String> NAMES =
            List.of("alex", "maria", "chen", "fatima", "jonas", "ines", "omar", "lucy", "tariq", "vera");
    private static final List<String> ANSWERS = List.of(
            "You find it under Settings, in the second tab. ", "I have looked at it and refreshed the view for you. ",
            "That happens when a filter is still active. ", "The last run finished a few minutes ago without errors. ",
            "Only an administrator of the workspace can change that. ", "It is computed once an hour, on the hour. ",
            "There are two ways of doing that, and the shorter one is this. ", "I have sent you the link once more. ");
    private static final List<String> STEPS = List.of(
            "Please open it again and tell me what you see in the top right corner of the page.",
            "After that it appears in the list on the left, next to those that you have pinned.",
            "If it still looks the same, clear the filter first and then choose the period again.",
            "Would you try it with a second entry, so that we can see whether it is this one alone?",
            "It may take up to five minutes until every colleague sees the change on their side.",
            "Choose the format that you need there; the file is then sent to your mail address.");

    private static final double PRIVATE_SHARE = 0.08;

    private Sentences() {}

    static String calm(SplittableRandom random) {
        String text = pick(OPENERS, random) + pick(SUBJECTS, random) + pick(EVENTS, random) + pick(CLOSERS, random);
        return random.nextDouble() < PRIVATE_SHARE ? text + personal(random) : text;
    }

    static String angry(SplittableRandom random) {
        return pick(ANGRY, random);
    }

    static String asksForHuman(SplittableRandom random) {
        return pick(ASKS, random);
    }

    static String answer(SplittableRandom random) {
        return pick(ANSWERS, random) + pick(STEPS, random);
    }

    private static String personal(SplittableRandom random) {
        String pattern = pick(PRIVATE, random);
        String first = pick(NAMES, random);
        String last = pick(NAMES, random);
        int at = pattern.indexOf('%');
        return pattern.charAt(at + 1) == 'd'
                ? pattern.replace("%d", Integer.toString(random.nextInt(100, 1000)))
                : pattern.replaceFirst("%s", first).replaceFirst("%s", last);
    }

    private static String pick(List<String> from, SplittableRandom random) {
        return from.get(random.nextInt(from.size()));
    }
}

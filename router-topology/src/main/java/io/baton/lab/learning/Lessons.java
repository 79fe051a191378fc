// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

import io.baton.policy.learning.Course;
import io.baton.policy.learning.MessageFeatures;
import io.baton.policy.learning.Observer;
import io.baton.policyfile.ShippedWords;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A recording with its labels, as features.
 *
 * @param classes labels in ascending order
 * @param all in stream order
 * @param conversations how many there are
 */
record Lessons(int[] classes, List<Lesson> all, int conversations) {

    private static final int[] NOTHING = {};

    static Lessons of(Conversations recorded, Map<EventKey, Integer> labels, int[] classes) {
        Observer observer = new Observer(ShippedWords.scorer());
        Map<String, Integer> numbers = new HashMap<>();
        List<Course> courses = new ArrayList<>();
        List<int[]> replies = new ArrayList<>();
        List<Lesson> lessons = new ArrayList<>();
        for (Said said : recorded.said()) {
            int number = numbers.computeIfAbsent(said.conversation(), key -> numbers.size());
            if (number == courses.size()) {
                courses.add(new Course(2));
                replies.add(NOTHING);
            }
            Course course = courses.get(number);
            if (said.kind() == Said.Kind.REPLY) {
                replies.set(number, observer.replied(course, said.text()));
                continue;
            }
            MessageFeatures features =
                    said.kind() == Said.Kind.CLOSED ? null : observer.customerSaid(course, said.text());
            Integer label = labels.get(said.key());
            int place = label == null ? -1 : Math.max(-1, Arrays.binarySearch(classes, label));
            lessons.add(new Lesson(said.key(), number, course.turns(), features, replies.get(number), place));
        }
        return new Lessons(classes, lessons, courses.size());
    }

    /** Those of one kind that have a label. */
    List<Lesson> labelled(boolean closing) {
        return all.stream()
                .filter(lesson -> lesson.labelled() && lesson.closing() == closing)
                .toList();
    }

    /** Whether messages alone have so many labels of each class. */
    boolean messagesSuffice(int fewest) {
        int[] counts = new int[classes.length];
        labelled(false).forEach(lesson -> counts[lesson.label()]++);
        return Arrays.stream(counts).allMatch(count -> count >= fewest);
    }

    /** The same with each message that has no label of its own given that of its conversation's end. */
    Lessons spread() {
        Map<Integer, Integer> ends = new HashMap<>();
        labelled(true).forEach(lesson -> ends.put(lesson.conversation(), lesson.label()));
        List<Lesson> spread = all.stream()
                .map(one -> one.labelled() ? one : one.labelled(ends.getOrDefault(one.conversation(), -1)))
                .toList();
        return new Lessons(classes, spread, conversations);
    }
}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.learning;

import static org.assertj.core.api.Assertions.assertThat;

import io.baton.policyfile.ShippedWords;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ActTableTest {

    private final Listener listener = new Listener(ShippedWords.scorer());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    I'm sorry, there are no hotels that meet your criteria. | APOLOGISED FAILED
                    Would you like me to book it for you?                   | OFFERED ASKED
                    Please confirm: a table for 2 at 7 pm?                  | CHECKED NUMBERED ASKED
                    Your booking was successful                             | DONE
                    Is there anything else I can help you with?             | ASKED_ON ASKED
                    Goodbye!                                                | CLOSED_OFF SHORT
                    thank you so much                                       | THANKED
                    Yes, that works                                         | AGREED SHORT
                    No, not now                                             | REFUSED SHORT
                    Actually, how about a different one instead             | CHANGED
                    I already told you that's not what I meant              | CORRECTED
                    please cancel it                                        | CANCELLED
                    then I will take my business elsewhere                  | LEAVING
                    this is ridiculous and a complaint                      | COMPLAINED
                    let me talk to a person                                 | PERSON
                    I’m looking for a cheap restaurant                      | REQUESTED
                    """)
    void actsAreFoundByTheirWords(String text, String acts) {
        Utterance said = new Utterance();

        listener.read(text, said);

        List<Act> expected = Arrays.stream(acts.split(" ")).map(Act::valueOf).toList();
        assertThat(expected).allMatch(said::does);
    }
}

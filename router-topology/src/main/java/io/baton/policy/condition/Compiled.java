// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.policy.condition;

import java.util.List;

/** What became of an expression. */
public sealed interface Compiled {

    /**
     * A condition that can be evaluated.
     *
     * @param mentions names of the policy that it compares with, so that whoever knows the policy can check them
     */
    record Ok(Condition condition, List<Mention> mentions) implements Compiled {}

    /**
     * An expression that cannot be used.
     *
     * @param message what is wrong, in one line
     * @param offset where, in characters from the start of the expression
     */
    record Rejected(String message, int offset) implements Compiled {}

    /**
     * A variable compared with a text that is written out: {@code conversation.category == 'refund-request'}.
     *
     * @param variable name of the variable
     * @param text what it is compared with
     * @param offset where the text stands, in characters from the start of the expression
     */
    record Mention(String variable, String text, int offset) {}
}

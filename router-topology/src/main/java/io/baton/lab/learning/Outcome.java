// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.lab.learning;

/**
 * A labelled event and what a model said of it.
 *
 * @param conversation number of its conversation
 * @param turn messages of the customer up to and including it
 * @param closing whether it is the end of the conversation
 * @param label place of its class
 * @param decided place of the class that the model decided for
 * @param probabilities one a class
 */
record Outcome(int conversation, int turn, boolean closing, int label, int decided, double[] probabilities) {}

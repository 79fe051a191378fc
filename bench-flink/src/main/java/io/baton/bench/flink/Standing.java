// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.bench.flink;

import io.baton.bench.child.SimpleRule;
import io.baton.event.AssistantReply;
import io.baton.event.ConversationStarted;
import java.io.IOException;
import org.apache.flink.api.common.typeutils.SimpleTypeSerializerSnapshot;
import org.apache.flink.api.common.typeutils.TypeSerializerSnapshot;
import org.apache.flink.core.memory.DataInputView;
import org.apache.flink.core.memory.DataOutputView;
import org.apache.flink.types.StringValue;

/**
 * What is kept of a customer's conversation, but for what was said: the figures of the idiomatic alternative.
 *
 * @param customerTurns messages of the customer, 0 or more
 * @param negativeTurns those of them with a bad mood
 * @param poorAnswers answers that the assistant was not sure of, 0 or more
 * @param escalations how often it was handed over, 0 or more
 */
record Standing(
        String conversationId,
        String category,
        int customerTurns,
        int negativeTurns,
        int poorAnswers,
        int escalations) {

    /** Before the first event. */
    static final Standing NONE = new Standing("", "other", 0, 0, 0, 0);

    static Standing of(String conversationId, ConversationStarted started) {
        return new Standing(conversationId, SimpleRule.category(started), 0, 0, 0, 0);
    }

    Standing after(SimpleRule.Heard heard) {
        return new Standing(
                conversationId,
                category,
                customerTurns + 1,
                negativeTurns + (heard.bad() ? 1 : 0),
                poorAnswers,
                escalations + (heard.reason() == null ? 0 : 1));
    }

    Standing after(AssistantReply reply) {
        return SimpleRule.isUnsure(reply)
                ? new Standing(conversationId, category, customerTurns, negativeTurns, poorAnswers + 1, escalations)
                : this;
    }

    /** Writes it into a checkpoint. */
    static final class Serializer extends ByReference<Standing> {

        private static final long serialVersionUID = 1L;

        @Override
        public void serialize(Standing standing, DataOutputView out) throws IOException {
            StringValue.writeString(standing.conversationId, out);
            StringValue.writeString(standing.category, out);
            out.writeInt(standing.customerTurns);
            out.writeInt(standing.negativeTurns);
            out.writeInt(standing.poorAnswers);
            out.writeInt(standing.escalations);
        }

        @Override
        public Standing deserialize(DataInputView in) throws IOException {
            return new Standing(
                    StringValue.readString(in),
                    StringValue.readString(in),
                    in.readInt(),
                    in.readInt(),
                    in.readInt(),
                    in.readInt());
        }

        @Override
        public TypeSerializerSnapshot<Standing> snapshotConfiguration() {
            return new Snapshot();
        }
    }

    /** Says in a checkpoint who has written it. */
    public static final class Snapshot extends SimpleTypeSerializerSnapshot<Standing> {

        /** For Flink, which reads its name. */
        public Snapshot() {
            super(Serializer::new);
        }
    }
}

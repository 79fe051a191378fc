// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.intake;

import java.util.function.Supplier;
import org.apache.avro.specific.SpecificRecord;

/**
 * One type of event of the public contract.
 *
 * @param name CloudEvents type, such as {@code conversation.started}
 * @param data the generated class that holds the fields of {@code data}
 * @param blank makes an empty record of that class
 * @param subject what it is about, hence its topic
 */
public record EventType(
        String name, Class<? extends SpecificRecord> data, Supplier<? extends SpecificRecord> blank, Subject subject) {}

// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Baton authors
package io.baton.serde;

import java.io.IOException;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DatumReader;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;

/**
 * Avro binary behind a header. Buffer and decoder are reused, one of each a thread: a serde is shared by all stream threads,
 * and a decoder that two threads reuse at once reads garbage.
 */
final class AvroBody {

    /** A thread keeps no buffer larger than this, so that one huge record is not paid for ever after. */
    private static final int KEEP_BYTES = 64 * 1024;

    private static final ThreadLocal<AvroPen> PEN = ThreadLocal.withInitial(AvroPen::new);
    private static final ThreadLocal<@Nullable BinaryDecoder> DECODER = new ThreadLocal<>();

    static {
        TrustedSchemas.register();
    }

    private AvroBody() {}

    /**
     * How a generated class is read: by the code that Avro generated for it, where there is any (records without
     * logical types), which gives the same without asking for each field what it is.
     */
    static SpecificData model(Class<?> type) {
        SpecificData model = SpecificData.getForClass(type);
        model.setCustomCoders(true);
        return model;
    }

    static <T extends SpecificRecord> byte[] write(byte[] header, RecordWriter<T> writer, T value) {
        AvroPen pen = PEN.get();
        try {
            pen.begin(header);
            writer.write(pen, value);
            return pen.written();
        } catch (RuntimeException e) {
            // The message may hold the value that did not fit; its class and place say enough.
            SerializationException failure = new SerializationException(
                    "a record could not be encoded: " + e.getClass().getSimpleName());
            failure.setStackTrace(e.getStackTrace());
            throw failure;
        } finally {
            pen.forgetAbove(KEEP_BYTES);
        }
    }

    static <T> T read(DatumReader<T> reader, byte[] bytes, int offset, String name) {
        BinaryDecoder decoder = DecoderFactory.get().binaryDecoder(bytes, offset, bytes.length - offset, DECODER.get());
        DECODER.set(decoder);
        try {
            T value = reader.read(null, decoder);
            if (!decoder.isEnd()) {
                throw new UnreadableRecordException("bytes left over behind a record of " + name);
            }
            return value;
        } catch (UnreadableRecordException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw new UnreadableRecordException("not a record of " + name, e);
        }
    }
}

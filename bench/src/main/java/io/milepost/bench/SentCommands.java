package io.milepost.bench;

import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.util.concurrent.atomic.AtomicLong;
import org.bson.BsonBinaryWriter;
import org.bson.BsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;

/** Counts what a client asks of the database, at the driver. */
public final class SentCommands implements CommandListener {
    private final AtomicLong reads = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();
    private final AtomicLong writes = new AtomicLong();

    /**
     * Since the start, or the difference of two.
     *
     * @param bytes of the answers to reads
     */
    public record Count(long reads, long bytes, long writes) {

        public Count since(Count before) {
            return new Count(reads - before.reads, bytes - before.bytes, writes - before.writes);
        }
    }

    public Count now() {
        return new Count(reads.get(), bytes.get(), writes.get());
    }

    @Override
    public void commandSucceeded(CommandSucceededEvent event) {
        switch (event.getCommandName()) {
            case "find", "getMore" -> {
                reads.incrementAndGet();
                bytes.addAndGet(size(event.getResponse()));
            }
            case "insert", "update" -> writes.incrementAndGet();
            default -> {}
        }
    }

    private static int size(BsonDocument reply) {
        try (var buffer = new BasicOutputBuffer();
                var writer = new BsonBinaryWriter(buffer)) {
            new BsonDocumentCodec()
                    .encode(writer, reply, EncoderContext.builder().build());
            return buffer.getSize();
        }
    }
}

package io.milepost.platform.eventlog;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.bson.BsonBinaryReader;
import org.bson.BsonBinaryWriter;
import org.bson.Document;
import org.bson.codecs.DecoderContext;
import org.bson.codecs.DocumentCodec;
import org.bson.codecs.EncoderContext;
import org.bson.io.BasicOutputBuffer;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/**
 * What the log itself does for a commit of one event of 300 bytes, beside the database. It stands in the log's package, because what
 * it measures is nobody else's.
 */
@State(Scope.Benchmark)
public class CommitWork {
    private static final int GROUP = 256;
    private static final Instant WHEN = Instant.parse("2026-03-01T10:15:30.123Z");
    private static final DocumentCodec CODEC = new DocumentCodec();
    private static final EncoderContext ENCODING = EncoderContext.builder().build();
    private static final DecoderContext DECODING = DecoderContext.builder().build();

    private final List<Append> appends = new ArrayList<>();
    private final Window.Head head = new Window.Head(0, HashChain.START, WHEN);
    private List<StoredCommit> commits = List.of();
    private byte[] stored = {};

    /** A group of commits of different entities, as it is placed and as it is stored. */
    @Setup
    public void place() {
        for (int i = 0; i < GROUP; i++) {
            appends.add(append("deal=" + new UUID(7, i)));
        }
        commits = placeOne();
        var buffer = new BasicOutputBuffer();
        CODEC.encode(new BsonBinaryWriter(buffer), CommitDocuments.write(commits.getFirst()), ENCODING);
        stored = buffer.toByteArray();
    }

    /** Size and text checked, place and hash given. */
    @Benchmark
    @OperationsPerInvocation(GROUP)
    public List<StoredCommit> placeOne() {
        var group = new ArrayList<PendingAppend>(GROUP);
        for (var append : appends) {
            long size = CommitDocuments.sizeOf(append);
            if (CommitDocuments.isUnicode(append)) {
                group.add(new PendingAppend(append, size));
            }
        }
        return Placement.of(group, head, WHEN, "writer").commits();
    }

    /** Of it the hash. */
    @Benchmark
    public byte[] hashOne() {
        return HashChain.next(HashChain.START, commits.getFirst());
    }

    /** The document, and its bytes as the driver makes them. */
    @Benchmark
    @OperationsPerInvocation(GROUP)
    public int writeOne() {
        var buffer = new BasicOutputBuffer(GROUP * 1024);
        for (var commit : commits) {
            CODEC.encode(new BsonBinaryWriter(buffer), CommitDocuments.write(commit), ENCODING);
        }
        return buffer.getSize();
    }

    /** The same back. */
    @Benchmark
    public StoredCommit readOne() {
        Document document = CODEC.decode(new BsonBinaryReader(java.nio.ByteBuffer.wrap(stored)), DECODING);
        return CommitDocuments.read(document);
    }

    private static Append append(String tag) {
        var event = new NewEvent(
                UUID.randomUUID(),
                "thing.changed",
                1,
                WHEN,
                new byte[300],
                Map.of(
                        Metadata.AGGREGATE, "thing",
                        Metadata.SUBJECT, tag,
                        Metadata.ROOT, tag,
                        Metadata.COMMAND, "ChangeThing",
                        Metadata.ACTOR, "somebody",
                        Metadata.CORRELATION, tag,
                        Metadata.CAUSATION, tag),
                Set.of(tag));
        return new Append(
                new AppendCondition(List.of(Criterion.tagged(tag)), 0), tag + "/1", new byte[32], List.of(event));
    }
}

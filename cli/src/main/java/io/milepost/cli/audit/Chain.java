package io.milepost.cli.audit;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The hash chain as far as it has been recomputed. Nothing that a service says is believed but what its bytes prove. */
final class Chain {
    private static final int HASH = 32;

    private long position;
    private byte[] hash;
    private long commits;

    private Chain(long position, byte[] hash) {
        this.position = position;
        this.hash = hash;
    }

    /** From before the first commit. */
    static Chain start() {
        return new Chain(0, new byte[HASH]);
    }

    /** From a checkpoint whose signature is believed. */
    static Chain after(Checkpoint checkpoint) {
        return new Chain(checkpoint.position(), HexFormat.of().parseHex(checkpoint.hash()));
    }

    /** What is wrong with a log, and the position of the first event that is missing or in doubt. */
    record Fault(long position, String detail) {}

    long position() {
        return position;
    }

    String hash() {
        return HexFormat.of().formatHex(hash);
    }

    long commits() {
        return commits;
    }

    /** Goes on by the next line of {@code /v1/log/commits}; what is wrong with it, or null, and then nothing moved. */
    @Nullable
    Fault next(JsonNode line) {
        long first = line.path("first").asLong(-1);
        if (first != position + 1) {
            return new Fault(
                    position + 1, "there is no commit at %d; the next one is at %d".formatted(position + 1, first));
        }
        if (line.has("fault")) {
            return new Fault(first, line.path("fault").asString(""));
        }
        try {
            var bytes = Base64.getDecoder().decode(line.path("content").asString(""));
            var content = Content.read(bytes);
            var next = hashOf(hash, bytes);
            if (content.first() != first || content.last() != line.path("last").asLong(-1)) {
                return new Fault(first, "the commit is of other positions than it stands at");
            }
            if (!HexFormat.of().formatHex(next).equals(line.path("hash").asString(""))) {
                return new Fault(
                        first,
                        "the commit of %d to %d (%s) was changed: its content does not give its hash"
                                .formatted(
                                        first,
                                        content.last(),
                                        content.events().getFirst().type()));
            }
            position = content.last();
            hash = next;
            commits++;
            return null;
        } catch (IOException | IllegalArgumentException unreadable) {
            return new Fault(first, "the commit cannot be read: " + unreadable.getMessage());
        }
    }

    private static byte[] hashOf(byte[] before, byte[] content) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            sha.update(ByteBuffer.allocate(Integer.BYTES).putInt(before.length).array());
            sha.update(before);
            return sha.digest(content);
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException(missing);
        }
    }
}

package io.milepost.platform.eventlog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Collection;

/**
 * The audit chain: each commit's hash covers the one before and every value that is stored, in a fixed order with lengths,
 * so that neither the database's encoding nor the order of a map matters and no two contents are written alike.
 */
final class HashChain {

    /** What the first commit continues. */
    static final byte[] START = new byte[32];

    private HashChain() {}

    static byte[] next(byte[] previous, StoredCommit commit) {
        try {
            var content = new ByteArrayOutputStream(1024);
            try (var out = new DataOutputStream(content)) {
                write(out, previous);
                out.writeLong(commit.first());
                out.writeLong(commit.last());
                write(out, commit.requestId());
                write(out, commit.requestHash());
                write(out, commit.writer());
                write(out, commit.tags());
                out.writeInt(commit.events().size());
                for (var event : commit.events()) {
                    write(out, event);
                }
            }
            return MessageDigest.getInstance("SHA-256").digest(content.toByteArray());
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    private static void write(DataOutputStream out, StoredEvent event) throws IOException {
        write(out, event.id().toString());
        write(out, event.name());
        out.writeInt(event.version());
        out.writeLong(event.recordedAt().toEpochMilli());
        out.writeLong(event.effectiveAt().toEpochMilli());
        write(out, event.payload());
        write(out, event.tags());
        out.writeInt(event.metadata().size());
        for (var name : sorted(event.metadata().keySet())) {
            write(out, name);
            write(out, event.require(name));
        }
    }

    private static void write(DataOutputStream out, Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (var text : sorted(texts)) {
            write(out, text);
        }
    }

    private static String[] sorted(Collection<String> texts) {
        var sorted = texts.toArray(String[]::new);
        Arrays.sort(sorted);
        return sorted;
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        write(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}

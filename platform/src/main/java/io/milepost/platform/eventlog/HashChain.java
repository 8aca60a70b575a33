package io.milepost.platform.eventlog;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The audit chain: each commit's hash covers the one before and every value that is stored, in a fixed order with lengths,
 * so that neither the database's encoding nor the order of a map matters and no two contents are written alike. The form is
 * described for others in docs/audit.md.
 */
final class HashChain {

    /** What the first commit continues. */
    static final byte[] START = new byte[32];

    private HashChain() {}

    static byte[] next(byte[] previous, StoredCommit commit) {
        return digest(out -> {
            write(out, previous);
            write(out, commit);
        });
    }

    static byte[] next(byte[] previous, byte[] content) {
        return digest(out -> {
            write(out, previous);
            out.write(content);
        });
    }

    /** What a commit's hash covers besides the hash before it. */
    static byte[] content(StoredCommit commit) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, commit);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
        return bytes.toByteArray();
    }

    private interface Part {
        void writeTo(DataOutputStream out) throws IOException;
    }

    private static byte[] digest(Part part) {
        try {
            var sha = MessageDigest.getInstance("SHA-256");
            try (var out = new DataOutputStream(new DigestOutputStream(OutputStream.nullOutputStream(), sha))) {
                part.writeTo(out);
            }
            return sha.digest();
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException(missing);
        } catch (IOException cannotHappen) {
            throw new UncheckedIOException(cannotHappen);
        }
    }

    private static void write(DataOutputStream out, StoredCommit commit) throws IOException {
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

    private static void write(DataOutputStream out, StoredEvent event) throws IOException {
        write(out, event.id().toString());
        write(out, event.name());
        out.writeInt(event.version());
        out.writeLong(event.recordedAt().toEpochMilli());
        out.writeLong(event.effectiveAt().toEpochMilli());
        write(out, event.payload());
        write(out, event.tags());
        out.writeInt(event.metadata().size());
        for (var entry : new TreeMap<>(event.metadata()).entrySet()) {
            write(out, entry.getKey());
            write(out, entry.getValue());
        }
    }

    private static void write(DataOutputStream out, Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (var text : new TreeSet<>(texts)) {
            write(out, text);
        }
    }

    private static void write(DataOutputStream out, String text) throws IOException {
        write(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void write(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}

package io.milepost.suite.check;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.TreeMap;

/**
 * The audit chain computed anew, as an auditor who has the specification and no code of ours would: SHA-256 over the hash
 * before, then every stored value in the order of the document, each text and each list with its length, sets and maps sorted.
 */
final class Chain {

    static final byte[] START = new byte[32];

    private Chain() {}

    static byte[] next(byte[] previous, Commit commit) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            put(out, previous);
            out.writeLong(commit.first());
            out.writeLong(commit.last());
            put(out, commit.requestId());
            put(out, commit.requestHash());
            put(out, commit.writer());
            put(out, commit.tags());
            out.writeInt(commit.events().size());
            for (var event : commit.events()) {
                put(out, event.id());
                put(out, event.name());
                out.writeInt(event.version());
                out.writeLong(event.recordedAt());
                out.writeLong(event.effectiveAt());
                put(out, event.payload());
                put(out, event.tags());
                out.writeInt(event.metadata().size());
                for (var entry : new TreeMap<>(event.metadata()).entrySet()) {
                    put(out, entry.getKey());
                    put(out, entry.getValue());
                }
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-256", e);
        }
    }

    private static void put(DataOutputStream out, Collection<String> texts) throws IOException {
        out.writeInt(texts.size());
        for (var text : texts.stream().sorted().toList()) {
            put(out, text);
        }
    }

    private static void put(DataOutputStream out, String text) throws IOException {
        put(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static void put(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}

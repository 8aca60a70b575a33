package io.milepost.cli.suite;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** UUIDs of version 5 (RFC 9562): the same words make the same id on every machine and in every run. */
public final class NameBasedId {

    /** Milepost's own name space. */
    private static final UUID NAMESPACE = UUID.fromString("faf0907e-05c6-44b3-9e55-007e6c1f6b86");

    private NameBasedId() {}

    /** Words from the general to the special; only the last may hold a slash. */
    public static UUID of(String... words) {
        return of(NAMESPACE, String.join("/", words));
    }

    static UUID of(UUID namespace, String name) {
        try {
            var sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(ByteBuffer.allocate(16)
                    .putLong(namespace.getMostSignificantBits())
                    .putLong(namespace.getLeastSignificantBits())
                    .flip());
            var hash = ByteBuffer.wrap(sha1.digest(name.getBytes(StandardCharsets.UTF_8)));
            var high = (hash.getLong() & 0xFFFF_FFFF_FFFF_0FFFL) | 0x5000L;
            var low = (hash.getLong() & 0x3FFF_FFFF_FFFF_FFFFL) | 0x8000_0000_0000_0000L;
            return new UUID(high, low);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError("every Java platform has SHA-1", e);
        }
    }
}

package io.milepost.platform.audit;

import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * Where a service's audit chain ended at a time.
 *
 * @param hash of the commit that ends at the position, in hexadecimal digits
 * @param time when this was stated
 */
public record Checkpoint(String service, String epoch, long position, String hash, Instant time) {

    /** The bytes that the signature is of. */
    public byte[] signed() {
        return String.join(
                        "\n", "milepost-checkpoint-v1", service, epoch, Long.toString(position), hash, time.toString())
                .getBytes(StandardCharsets.UTF_8);
    }
}

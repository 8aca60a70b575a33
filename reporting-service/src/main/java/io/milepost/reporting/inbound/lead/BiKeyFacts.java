package io.milepost.reporting.inbound.lead;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** Types and fields of lead-service's events on keys of BI tools. */
public final class BiKeyFacts {
    public static final String SOURCE = "lead";
    public static final String ISSUED = "bi-key.issued.v1";
    public static final String SECRET_REPLACED = "bi-key.secret-replaced.v1";
    public static final String REVOKED = "bi-key.revoked.v1";

    private BiKeyFacts() {}

    /**
     * A tool may read.
     *
     * @param secretHash SHA-256 in hexadecimal digits
     * @param member whose sight it has; null for everything
     * @param access OWN, TEAM, SUBTREE or ALL
     * @param lastDay null for no end
     */
    public record Issued(
            String secretHash,
            @Nullable String member,
            String access,
            @Nullable LocalDate lastDay) {}

    public record SecretReplaced(String secretHash) {}
}

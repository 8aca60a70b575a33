package io.milepost.reporting.inbound.notice;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Types and fields of notices that the inbox shows. */
public final class NoticeFacts {
    public static final String RAISED = "notice.raised.v1";
    public static final String ACKNOWLEDGED = "notice.acknowledged.v1";

    private NoticeFacts() {}

    /**
     * Somebody is told.
     *
     * @param to OWNER, MANAGER or OPERATOR; another word is nobody that the inbox knows
     */
    public record Raised(
            String kind,
            List<String> to,
            UUID cause,
            @Nullable String causeType,
            String aggregate,
            @Nullable UUID subject,
            @Nullable String owner,
            @Nullable String about,
            Instant raisedAt,
            @Nullable String team) {
        public Raised {
            to = List.copyOf(to);
        }
    }

    /** One of them has seen it. */
    public record Acknowledged(String by, Instant acknowledgedAt) {}
}

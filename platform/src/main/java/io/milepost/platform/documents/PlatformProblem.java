package io.milepost.platform.documents;

import java.util.Locale;
import java.util.Set;

/** A problem that the platform itself answers with, as documents show it. */
public record PlatformProblem(String code, int status, String title) {
    private static final Set<String> OF_BODIES = Set.of(
            "MALFORMED_JSON",
            "UNKNOWN_FIELD",
            "MISSING_FIELD",
            "WRONG_TYPE",
            "INVALID_VALUE",
            "TOO_LONG",
            "BODY_TOO_LARGE",
            "UNSUPPORTED_MEDIA_TYPE");
    private static final Set<String> OF_KEYS =
            Set.of("IDEMPOTENCY_KEY_REQUIRED", "IDEMPOTENCY_KEY_INVALID", "IDEMPOTENCY_KEY_REUSED");
    private static final Set<String> OF_DECISIONS = Set.of(
            "ALREADY_EXISTS",
            "PERSON_ERASED",
            "PRECONDITION_FAILED",
            "EFFECTIVE_TOO_EARLY",
            "EFFECTIVE_NOT_ALLOWED",
            "AMOUNT_TOO_LARGE",
            "ENTITY_TOO_LARGE",
            "CONTENDED");
    private static final Set<String> OF_BATCHES = Set.of("UNKNOWN_COMMAND", "TOO_MANY_ITEMS");
    private static final Set<String> OF_LISTS = Set.of("POSITION_NOT_REACHED");
    private static final Set<String> OF_READS = Set.of("TOO_BUSY");
    private static final Set<String> OF_FEEDS = Set.of("EPOCH_CHANGED");
    private static final Set<String> OF_CALLERS = Set.of("MAY_NOT_ACT_FOR");
    private static final Set<String> OF_ENTITIES = Set.of("NOT_FOUND", "EVENT_UNREADABLE");

    /** Of those commands alone that somebody has the duty for. */
    static final String NOT_YOUR_DUTY = "NOT_YOUR_DUTY";

    /** Of those commands alone whose aggregate names accounts. */
    static final String ACCOUNT_MERGED = "ACCOUNT_MERGED";

    /** Of those commands alone whose aggregate has external ids. */
    static final Set<String> OF_EXTERNAL_IDS = Set.of("EXTERNAL_ID_TAKEN", "TOO_MANY_EXTERNAL_IDS");

    /** Of no kind of operation as a whole; those of rebuilding are of the reports, whose document is their own. */
    private static final Set<String> OF_NO_OPERATION = Set.of(
            "UNKNOWN_ROUTE",
            "METHOD_NOT_ALLOWED",
            "REBUILD_UNDER_WAY",
            "NO_REBUILD_UNDER_WAY",
            NOT_YOUR_DUTY,
            ACCOUNT_MERGED);

    /** Of whoever has a token, where what has none is open to all. */
    private static final Set<String> OF_LIMITS = Set.of("TOO_MANY_REQUESTS");

    /** The kinds of operation that differ in what may go wrong. */
    enum Kind {
        COMMAND,
        BATCH,
        ENTITY,
        LIST,
        FEED,
        AUDIT,
        REDRIVE,
        DOCUMENT;

        /** As it begins the name of a shared response. */
        String label() {
            return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
        }
    }

    /** Where a system may act for a person. */
    private static final Set<Kind> TELLING_CALLERS =
            Set.of(Kind.COMMAND, Kind.BATCH, Kind.ENTITY, Kind.LIST, Kind.REDRIVE);

    /** What no set names may happen to every operation. */
    boolean mayHappenTo(Kind kind) {
        if (OF_NO_OPERATION.contains(code)
                || OF_EXTERNAL_IDS.contains(code)
                || (OF_FEEDS.contains(code) && kind != Kind.FEED)
                || (OF_LIMITS.contains(code) && kind == Kind.DOCUMENT)
                || (OF_CALLERS.contains(code) && !TELLING_CALLERS.contains(kind))) {
            return false;
        }
        return switch (kind) {
            case COMMAND -> !OF_BATCHES.contains(code) && !OF_LISTS.contains(code) && !OF_READS.contains(code);
            case BATCH ->
                !OF_LISTS.contains(code)
                        && !OF_READS.contains(code)
                        && !OF_DECISIONS.contains(code)
                        && !OF_ENTITIES.contains(code)
                        && !code.equals("IDEMPOTENCY_KEY_REUSED");
            case ENTITY -> !isOfWriting() && !OF_LISTS.contains(code);
            case LIST -> !isOfWriting() && !OF_ENTITIES.contains(code);
            case FEED, AUDIT -> !isOfWriting() && !OF_LISTS.contains(code) && !OF_ENTITIES.contains(code);
            case DOCUMENT -> !isOfWriting() && !OF_LISTS.contains(code) && !code.equals("EVENT_UNREADABLE");
            case REDRIVE ->
                (OF_BODIES.contains(code) || !isOfWriting()) && !OF_LISTS.contains(code) && !OF_ENTITIES.contains(code);
        };
    }

    private boolean isOfWriting() {
        return OF_BODIES.contains(code)
                || OF_KEYS.contains(code)
                || OF_DECISIONS.contains(code)
                || OF_BATCHES.contains(code);
    }
}

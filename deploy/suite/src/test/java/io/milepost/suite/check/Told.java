package io.milepost.suite.check;

import java.util.List;

/**
 * What a writer was told at last about one request. In a list they stand in the order in which one writer, who asks for the
 * next thing only when it knows how the last one ended, was told.
 *
 * @param log short name of the service that was asked
 * @param requestId as the log keeps it
 * @param entity that the request was for
 */
public record Told(String log, String requestId, String entity, Verdict verdict) {

    /** The answers that are final. */
    public sealed interface Verdict {

        /** Stored at these positions. */
        record Acknowledged(List<Long> positions) implements Verdict {}

        /** Accepted, and nothing had to be stored. */
        record Unchanged() implements Verdict {}

        /** Decided against, with this code. */
        record Refused(String code) implements Verdict {}
    }
}

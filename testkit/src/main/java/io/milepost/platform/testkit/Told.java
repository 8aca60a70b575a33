package io.milepost.platform.testkit;

import io.milepost.platform.eventlog.AppendCondition;

/**
 * What a client knows of one request when it has stopped asking.
 *
 * @param condition under which it was to be stored; {@link AppendCondition#none()} where the client does not know it
 * @param asked when it was first sent, on a monotonic clock that all clients of the run share
 * @param answered when the last answer came, on the same clock
 */
public record Told(String requestId, AppendCondition condition, Answer answer, long asked, long answered) {

    /** The last answer to the request, however often it was sent. */
    public sealed interface Answer {
        /** It is stored; {@code position} is one of its events', the last one's as an ETag says it. */
        record Acknowledged(long position) implements Answer {}

        /** It is not stored and will not be, because of the event at this position. */
        record Conflicting(long position) implements Answer {}

        /** It is not stored and will not be. */
        record Refused() implements Answer {}

        /** Nobody knows: it may be stored once, or not at all. */
        record Unknown() implements Answer {}
    }
}

package io.milepost.platform.command;

import java.time.Instant;

/** Which part of an entity's history is folded. */
public sealed interface AsOf {

    /** All of it. */
    record Now() implements AsOf {}

    /** What was true at that time: the longest prefix whose events were effective by then. */
    record Effective(Instant time) implements AsOf {}

    /** What the log knew at that time. */
    record Recorded(Instant time) implements AsOf {}
}

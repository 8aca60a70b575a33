package io.milepost.platform.axon;

import java.time.Instant;

/** Which part of an entity's history is folded. */
public sealed interface Cut {

    /** All of it. */
    record Present() implements Cut {}

    /** What was true at that time: the longest prefix whose events were effective by then. */
    record AsOf(Instant effective) implements Cut {}

    /** What the log knew at that time. */
    record KnownAt(Instant recorded) implements Cut {}
}

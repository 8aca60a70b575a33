package io.milepost.cli.demo.year;

import io.milepost.cli.suite.Item;
import org.jspecify.annotations.Nullable;

/**
 * One command of a story.
 *
 * @param role of who sends it
 * @param follows whether it needs what another service does by itself, and so may come too early
 * @param refusal that is as good, since it says that somebody else has said the same; null where there is none
 */
record Step(
        Service at,
        String role,
        Item item,
        boolean follows,
        @Nullable String refusal) {}

package io.milepost.platform.trail;

import org.jspecify.annotations.Nullable;

/**
 * Who sent something, as the record keeps it.
 *
 * @param actor subject of the token
 * @param member code of the person who acts, where that is known
 * @param client by which the token was got, where it says so
 */
public record Sender(
        String actor, @Nullable String member, @Nullable String client) {}

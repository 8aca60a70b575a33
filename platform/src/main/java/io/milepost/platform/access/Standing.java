package io.milepost.platform.access;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a token says of the person behind it, beside its roles.
 *
 * @param member code of that person; null where the token names none
 * @param mayActFor codes of members, {@code team:NAME} or {@code *}: for whom a system may act
 */
public record Standing(@Nullable String member, Access access, Set<String> mayActFor) {
    public Standing {
        mayActFor = Set.copyOf(mayActFor);
    }
}

package io.milepost.platform.eventlog;

import org.jspecify.annotations.Nullable;

/**
 * What walking the hash chain found.
 *
 * @param commits that were checked and right
 * @param head position of the last event that is right
 * @param fault what is wrong with the first commit that is not, or null
 */
public record Verification(
        long commits, long head, @Nullable String fault) {

    public boolean intact() {
        return fault == null;
    }
}

package io.milepost.platform.value;

import org.jspecify.annotations.Nullable;

/**
 * What shows that something is done: a fact that is on record elsewhere, or the word of whoever said so.
 *
 * @param proved whether it is a fact
 * @param reference which fact, or where whoever said so keeps the proof
 */
public record Evidence(boolean proved, @Nullable String reference) {

    public static Evidence fact(@Nullable String reference) {
        return new Evidence(true, reference);
    }

    public static Evidence word(@Nullable String reference) {
        return new Evidence(false, reference);
    }
}

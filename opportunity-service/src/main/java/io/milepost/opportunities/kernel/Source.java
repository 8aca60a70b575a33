package io.milepost.opportunities.kernel;

import org.jspecify.annotations.Nullable;

/**
 * How a deal was found, in the words of lead-service.
 *
 * @param channel by which the lead came, {@code EXHIBITION}
 * @param campaign that brought it
 * @param finding reference of the finding of our own people that it comes from
 */
public record Source(
        String channel, @Nullable String campaign, @Nullable String finding) {}

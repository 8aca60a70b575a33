package io.milepost.reporting.read;

import java.time.Instant;

/**
 * How far one partition of a source is in the numbers.
 *
 * @param position everything up to it is
 * @param recordedAt when the event at it was recorded
 */
public record Reached(long position, Instant recordedAt) {}

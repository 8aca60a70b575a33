package io.milepost.platform.relay;

/**
 * How far the topic stands, written in the same transaction as the events themselves.
 *
 * @param position of the last event published
 * @param epoch of the log that the position belongs to
 */
record Checkpoint(long position, String epoch) {}

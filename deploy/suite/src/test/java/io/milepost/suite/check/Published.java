package io.milepost.suite.check;

/** A committed record of a topic; in a list they stand as in their partitions. */
public record Published(int partition, long offset, String key, long sequence, String eventId, byte[] value) {}

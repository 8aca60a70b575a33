package io.milepost.platform.eventlog;

/**
 * Where the audit chain ends.
 *
 * @param position of the last event; 0 when there is none
 * @param hash of its commit; 32 zero bytes when there is none
 */
public record ChainEnd(long position, byte[] hash) {}

package io.milepost.reporting.read.mart.export;

/**
 * A file that is complete.
 *
 * @param position of each source up to which its rows are, in the snapshot that was read
 * @param sha256 of its bytes, in hexadecimal
 */
public record Written(long rows, long bytes, String sha256, String position) {}

package io.milepost.reporting.read.mart.filter;

/** A filter that does not read; the message says where and what would. */
public final class FilterException extends IllegalArgumentException {
    FilterException(String message) {
        super(message);
    }
}

package io.milepost.reporting.read.trace;

import java.util.UUID;

/**
 * A name under which an id of a deal is known.
 *
 * @param role what the id is of, in the words of event types: {@code lead}, {@code opportunity}, {@code quotation}, {@code contract} ..
 */
record Link(String role, UUID id) {
    private static final char BETWEEN = ':';

    static Link parse(String text) {
        int end = text.indexOf(BETWEEN);
        return new Link(text.substring(0, end), UUID.fromString(text.substring(end + 1)));
    }

    @Override
    public String toString() {
        return role + BETWEEN + id;
    }
}

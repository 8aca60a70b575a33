package io.milepost.reporting.read.trace;

import java.util.UUID;

/**
 * A name under which an id of a deal is known.
 *
 * @param role what the id is of, in the words of event types: {@code lead}, {@code opportunity}, {@code quotation}, {@code contract} ..
 */
record Link(String role, UUID id) {}

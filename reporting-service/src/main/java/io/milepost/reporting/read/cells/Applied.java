package io.milepost.reporting.read.cells;

import java.util.UUID;

/**
 * A view and the position of the last event in it; an event not above it changes nothing.
 *
 * @param <V> the view
 */
public record Applied<V extends View>(UUID subject, long position, V view) {}

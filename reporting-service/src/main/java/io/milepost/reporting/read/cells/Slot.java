package io.milepost.reporting.read.cells;

/**
 * Where a contribution is counted.
 *
 * @param group what cells are split by, such as the owner; one event's movement within one group is one atomic write
 * @param path the measure inside the cell, names joined by slashes, without dots: {@code WON/2017-03/USD/n}
 */
public record Slot(String group, String path) {
    public Slot {
        if (path.indexOf('.') >= 0) {
            throw new IllegalArgumentException("a dot would part a cell, see PathName: " + path);
        }
    }
}

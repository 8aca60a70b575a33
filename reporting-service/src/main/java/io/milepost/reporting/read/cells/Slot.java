package io.milepost.reporting.read.cells;

/**
 * Where a contribution is counted.
 *
 * @param group what cells are split by, such as the owner; one event's movement within one group is one atomic write
 * @param path the measure inside the cell, names joined by slashes, without dots: {@code WON/2017-03/USD/n}
 */
public record Slot(String group, String path) {
    /** Many paths share a document, which holds 16 MB, and a group's name stands in each of its ids. */
    private static final int LONGEST_PATH = 4_000;

    private static final int LONGEST_GROUP = 200_000;

    public Slot {
        if (path.indexOf('.') >= 0 || path.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("a dot would part a cell and U+0000 end it, see PathName");
        }
        if (path.length() > LONGEST_PATH || group.length() > LONGEST_GROUP) {
            throw new IllegalArgumentException(
                    "a path has at most %d characters and a group's name %d".formatted(LONGEST_PATH, LONGEST_GROUP));
        }
    }
}

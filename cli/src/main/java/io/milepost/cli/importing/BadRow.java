package io.milepost.cli.importing;

/** Why a row cannot be imported; always caught where the row was read and turned into a {@link Finding}. */
final class BadRow extends Exception {
    private final String pointer;

    /** The row as a whole. */
    BadRow(String reason) {
        super(reason);
        pointer = "";
    }

    /** One of its cells. */
    BadRow(String column, String reason) {
        super(column + " " + reason);
        pointer = "/" + column;
    }

    /** To the cell at fault by the name of its column, empty for the row as a whole. */
    String pointer() {
        return pointer;
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}

package io.milepost.cli.importing;

/** Why a row cannot be imported; always caught where the row was read and turned into a {@link Finding}. */
final class BadRow extends Exception {
    private final String column;

    /** The row as a whole. */
    BadRow(String reason) {
        super(reason);
        column = "";
    }

    /** One of its cells, by the field that it is read for. */
    BadRow(String column, String reason) {
        super(reason);
        this.column = column;
    }

    /** To the cell at fault by the name of its column in the file, empty for the row as a whole. */
    String pointer(FileMapping mapping) {
        return column.isEmpty() ? "" : "/" + mapping.columnOf(column);
    }

    String reason(FileMapping mapping) {
        return (mapping.columnOf(column) + " " + getMessage()).strip();
    }
}

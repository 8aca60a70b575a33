package io.milepost.cli.importing;

/** What the cells of one file may name in another one, or among themselves. */
interface Reference {

    /** The key of what this cell names. */
    String named(CsvRow row, String field) throws BadRow;
}

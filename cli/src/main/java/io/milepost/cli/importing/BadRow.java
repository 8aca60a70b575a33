package io.milepost.cli.importing;

/** Why a row cannot be imported; always caught where the row was read and turned into a {@link Finding}. */
final class BadRow extends Exception {
    BadRow(String reason) {
        super(reason);
    }
}

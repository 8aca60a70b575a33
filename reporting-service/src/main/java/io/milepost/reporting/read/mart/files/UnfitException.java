package io.milepost.reporting.read.mart.files;

/** A table that a kind of file has no room for; nothing is cut or rounded to make it fit. */
public final class UnfitException extends RuntimeException {

    UnfitException(String reason) {
        super(reason);
    }
}

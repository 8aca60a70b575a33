package io.milepost.reporting.read.mart.declare;

/** A dataset, measure or report that cannot be as it was said; it ends the start. */
public final class WrongDeclarationException extends IllegalArgumentException {
    public WrongDeclarationException(String message) {
        super(message);
    }
}

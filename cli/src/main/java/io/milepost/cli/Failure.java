package io.milepost.cli;

/** Why a sub-command cannot go on, in words for the person who called it; printed without a stack trace. */
public final class Failure extends RuntimeException {

    public Failure(String message) {
        super(message);
    }

    public Failure(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.milepost.platform.eventlog;

/** The log cannot be reached or is closed; the same request with the same id may be tried again (503). */
public final class EventLogUnavailableException extends RuntimeException {

    public EventLogUnavailableException(String message) {
        super(message);
    }

    public EventLogUnavailableException(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.milepost.platform.sealing;

/** A sealed text, or the key of its person, is not what was once stored; asking again does not help. The message holds no data. */
public final class SealBrokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SealBrokenException(String message, Throwable cause) {
        super(message, cause);
    }
}

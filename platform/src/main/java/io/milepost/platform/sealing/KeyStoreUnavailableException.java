package io.milepost.platform.sealing;

/** The key store does not answer; nothing is known about any key, and the request may be tried again (503). */
public final class KeyStoreUnavailableException extends RuntimeException {

    KeyStoreUnavailableException(Throwable cause) {
        super("the store of personal keys does not answer", cause);
    }
}

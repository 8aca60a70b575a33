package io.milepost.platform.sealing;

/** The keys of a database are wrapped by another key file than the one that was given. */
public final class KeyFileDiffersException extends IllegalStateException {
    KeyFileDiffersException(String database) {
        super("the keys of database %s are wrapped by another key file".formatted(database));
    }
}

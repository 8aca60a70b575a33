package io.milepost.platform.web;

import java.util.Optional;
import tools.jackson.databind.node.ObjectNode;

/** Requests read as the running service reads them, for tests of other packages. */
public final class ReadRequests {

    private ReadRequests() {}

    /** The command, or nothing where the body is refused; anything but a refusal is a fault and thrown. */
    public static <T extends Record> Optional<T> read(ObjectNode body, Class<T> type) {
        try {
            return Optional.of(RecordReader.read(body, type, ""));
        } catch (ProblemException refused) {
            return Optional.empty();
        }
    }
}

package io.milepost.platform.sealing;

import java.util.UUID;

/** The person was erased, and nothing new is kept of it until it is opened again (409 PERSON_ERASED). */
public final class PersonErasedException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PersonErasedException(UUID person) {
        super("the person %s was erased".formatted(person));
    }
}

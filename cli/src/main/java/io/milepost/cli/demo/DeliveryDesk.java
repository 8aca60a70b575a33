package io.milepost.cli.demo;

import java.util.UUID;

/** What is asked of the service that delivers, step by step. */
record DeliveryDesk(Services at, Narrator tell) {

    void done(String what, String role, String plural, UUID id, String verb, Object body) {
        tell.accepted(what, role, Services.of(at.delivery(), plural, id, verb), body);
    }

    /** What a gate has to stop, with this code. */
    void refused(String what, String role, String plural, UUID id, String verb, Object body, String code) {
        tell.refused(what, role, Services.of(at.delivery(), plural, id, verb), body, code);
    }
}

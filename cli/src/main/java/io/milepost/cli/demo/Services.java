package io.milepost.cli.demo;

import java.net.URI;
import java.util.UUID;

/** Where the deciding services are. */
record Services(URI lead, URI opportunity, URI contract, URI delivery) {

    static URI of(URI service, String plural) {
        return URI.create(service + "/v1/" + plural);
    }

    static URI of(URI service, String plural, UUID id) {
        return URI.create("%s/v1/%s/%s".formatted(service, plural, id));
    }

    static URI of(URI service, String plural, UUID id, String verb) {
        return URI.create("%s/v1/%s/%s/%s".formatted(service, plural, id, verb));
    }
}

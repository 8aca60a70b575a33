package io.milepost.client;

import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a service said: 2xx, its headers, and the body, which is null where there is none. */
public record Answer<T>(int status, HttpHeaders headers, T body) {

    /** Of the entity after this, for an {@code If-Match}. */
    public Optional<String> etag() {
        return headers.firstValue("ETag");
    }

    /** Whether it is the answer to an earlier request with the same idempotency key. */
    public boolean replayed() {
        return headers.firstValue("Idempotent-Replayed").isPresent();
    }
}

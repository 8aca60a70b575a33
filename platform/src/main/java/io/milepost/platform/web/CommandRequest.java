package io.milepost.platform.web;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * One command as a caller sent it, alone or in a batch.
 *
 * @param id as the caller gave it; null when a create leaves it to the server
 * @param base JSON pointer to {@code body} within the whole request
 */
record CommandRequest(
        CommandRoute route,
        @Nullable UUID id,
        ObjectNode body,
        String base,
        Caller caller,
        String requestId,
        @Nullable Instant effectiveAt,
        @Nullable Long ifMatch,
        boolean validateOnly,
        Map<String, String> metadata) {

    CommandRequest with(ObjectNode other) {
        return new CommandRequest(
                route, id, other, base, caller, requestId, effectiveAt, ifMatch, validateOnly, metadata);
    }

    CommandRequest with(UUID other) {
        return new CommandRequest(
                route, other, body, base, caller, requestId, effectiveAt, ifMatch, validateOnly, metadata);
    }
}

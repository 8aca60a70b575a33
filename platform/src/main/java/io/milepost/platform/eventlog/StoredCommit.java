package io.milepost.platform.eventlog;

import java.util.List;
import java.util.Set;

/**
 * What one command stored, in one document.
 *
 * @param first position of its first event, the document's {@code _id}
 * @param last position of its last event
 * @param requestId what caused it, unique in the log ({@code r})
 * @param requestHash SHA-256 of command name, target and canonical body ({@code q})
 * @param writer instance and epoch that wrote it
 * @param hash SHA-256 over the previous commit's hash and this commit's content
 */
public record StoredCommit(
        long first,
        long last,
        String requestId,
        byte[] requestHash,
        String writer,
        byte[] hash,
        Set<String> tags,
        List<StoredEvent> events) {

    public StoredCommit {
        tags = Set.copyOf(tags);
        events = List.copyOf(events);
    }

    StoredCommit withHash(byte[] continued) {
        return new StoredCommit(first, last, requestId, requestHash, writer, continued, tags, events);
    }
}

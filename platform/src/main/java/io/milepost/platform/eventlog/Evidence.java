package io.milepost.platform.eventlog;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

/**
 * What stands in the store where a commit should, for somebody who recomputes the audit chain.
 *
 * @param first the document's own position
 * @param last position of its last event; {@code first} where it cannot be read
 * @param hash as it is stored
 * @param content what the hash covers besides the hash before it (docs/audit.md)
 * @param fault why the document is not one that the log has written, or null; then hash and content are empty
 */
public record Evidence(
        long first,
        long last,
        byte[] hash,
        byte[] content,
        @Nullable String fault) {

    static Evidence of(Document document) {
        long first = document.get("_id", Number.class).longValue();
        try {
            var commit = CommitDocuments.read(document);
            // The hash covers values: a letter's case in an id or a field that nobody reads would pass it by.
            return asWritten(document, commit)
                    ? new Evidence(first, commit.last(), commit.hash(), HashChain.content(commit), null)
                    : broken(first, "the document has another form than the log gives it");
        } catch (RuntimeException unreadable) {
            // Whatever a changed field makes its reader throw.
            return broken(first, "the document cannot be read as a commit");
        }
    }

    private static Evidence broken(long first, String fault) {
        return new Evidence(first, first, new byte[0], new byte[0], fault);
    }

    private static boolean asWritten(Document found, StoredCommit commit) {
        // Servers differ in how they give back whole numbers.
        var numbered = new Document(found).append("_id", commit.first()).append("l", commit.last());
        return numbered.equals(CommitDocuments.write(commit));
    }
}

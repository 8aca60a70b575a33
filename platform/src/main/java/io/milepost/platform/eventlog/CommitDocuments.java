package io.milepost.platform.eventlog;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * A commit as a document and back. Besides the fields of the specification an event has {@code g}, its own tags, but only
 * where they are not those of the whole commit: a condition speaks of events, not of commits.
 */
final class CommitDocuments {

    private CommitDocuments() {}

    static Document write(StoredCommit commit) {
        var events = new ArrayList<Document>(commit.events().size());
        for (var event : commit.events()) {
            var metadata = new Document();
            metadata.putAll(event.metadata());
            var document = new Document("i", event.id().toString())
                    .append("n", event.name())
                    .append("v", event.version())
                    .append("t", Date.from(event.recordedAt()))
                    .append("a", Date.from(event.effectiveAt()))
                    .append("p", new Binary(event.payload()))
                    .append("d", metadata);
            if (!event.tags().equals(commit.tags())) {
                document.append("g", sorted(event.tags()));
            }
            events.add(document);
        }
        return new Document("_id", commit.first())
                .append("l", commit.last())
                .append("r", commit.requestId())
                .append("q", new Binary(commit.requestHash()))
                .append("w", commit.writer())
                .append("h", new Binary(commit.hash()))
                .append("g", sorted(commit.tags()))
                .append("e", events);
    }

    static StoredCommit read(Document document) {
        return new StoredCommit(
                first(document),
                document.get("l", Number.class).longValue(),
                document.getString("r"),
                document.get("q", Binary.class).getData(),
                document.getString("w"),
                document.get("h", Binary.class).getData(),
                tags(document),
                events(document));
    }

    /** The events alone, for which {@code e} and {@code g} are enough. */
    static List<StoredEvent> events(Document document) {
        long first = first(document);
        var tags = tags(document);
        var events = new ArrayList<StoredEvent>();
        for (var event : document.getList("e", Document.class)) {
            var own = event.getList("g", String.class);
            events.add(new StoredEvent(
                    first + events.size(),
                    UUID.fromString(event.getString("i")),
                    event.getString("n"),
                    event.getInteger("v"),
                    event.getDate("t").toInstant(),
                    event.getDate("a").toInstant(),
                    event.get("p", Binary.class).getData(),
                    texts(event.get("d", Document.class)),
                    own == null ? tags : Set.copyOf(own)));
        }
        return events;
    }

    private static long first(Document document) {
        return document.get("_id", Number.class).longValue();
    }

    private static Set<String> tags(Document document) {
        return Set.copyOf(document.getList("g", String.class));
    }

    /** The commit that this append becomes at its place in the log. */
    static StoredCommit place(Append append, long first, Instant recordedAt, String writer, byte[] previousHash) {
        var events = new ArrayList<StoredEvent>(append.events().size());
        for (var event : append.events()) {
            events.add(new StoredEvent(
                    first + events.size(),
                    event.id(),
                    event.name(),
                    event.version(),
                    recordedAt,
                    Instant.ofEpochMilli(event.effectiveAt().toEpochMilli()),
                    event.payload(),
                    event.metadata(),
                    event.tags()));
        }
        long last = first + events.size() - 1;
        var unsigned = new StoredCommit(
                first, last, append.requestId(), append.requestHash(), writer, new byte[0], tags(events), events);
        return unsigned.withHash(HashChain.next(previousHash, unsigned));
    }

    /** About the bytes that the append takes as a document, on the safe side. */
    static long sizeOf(Append append) {
        long size = 300L + 3L * append.requestId().length();
        for (var event : append.events()) {
            size += 200L + 3L * event.name().length() + event.payload().length;
            for (var entry : event.metadata().entrySet()) {
                size += 12L + 3L * (entry.getKey().length() + entry.getValue().length());
            }
            for (var tag : event.tags()) {
                size += 2L * (12L + 3L * tag.length());
            }
        }
        return size;
    }

    /** Whether every text comes back from the database as it was written: half a surrogate pair does not. */
    static boolean isUnicode(Append append) {
        var utf8 = StandardCharsets.UTF_8.newEncoder();
        return utf8.canEncode(append.requestId())
                && append.events().stream()
                        .flatMap(event -> Stream.of(
                                        Stream.of(event.name()),
                                        event.tags().stream(),
                                        event.metadata().keySet().stream(),
                                        event.metadata().values().stream())
                                .flatMap(texts -> texts))
                        .allMatch(utf8::canEncode);
    }

    private static Set<String> tags(List<StoredEvent> events) {
        if (events.size() == 1) {
            return events.getFirst().tags();
        }
        var tags = new HashSet<String>();
        events.forEach(event -> tags.addAll(event.tags()));
        return tags;
    }

    private static List<String> sorted(Set<String> tags) {
        return tags.stream().sorted().toList();
    }

    private static Map<String, String> texts(Document document) {
        var texts = new HashMap<String, String>();
        document.forEach((key, value) -> texts.put(key, (String) value));
        return texts;
    }
}

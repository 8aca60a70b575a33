package io.milepost.platform.testkit;

import com.mongodb.reactivestreams.client.MongoClients;
import io.milepost.platform.catalogue.Catalogue;
import io.milepost.platform.eventlog.Metadata;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.bson.Document;
import org.bson.types.Binary;
import reactor.core.publisher.Mono;

/**
 * The log of a service as an older version has left it: a resource with a document a line in canonical Extended JSON, first that of
 * {@code log_meta}, then those of {@code event_log} in their order. Keys of persons are not in it.
 */
public final class StoreDump {
    private final Document meta;
    private final List<Document> commits;

    private StoreDump(Document meta, List<Document> commits) {
        this.meta = meta;
        this.commits = commits;
    }

    /** An event of the dump, as the log holds it. */
    public record Event(String aggregate, UUID subject, String name, String payload) {}

    /** An entity of the dump and where its service shows it. */
    public record Entity(String plural, UUID id) {
        public String path() {
            return "/v1/%s/%s".formatted(plural, id);
        }
    }

    /** The resource of this name beside the class. */
    public static StoreDump of(Class<?> test, String name) {
        try (var resource = Objects.requireNonNull(test.getResourceAsStream(name), name)) {
            var documents = new String(resource.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(Document::parse)
                    .toList();
            return new StoreDump(documents.getFirst(), documents.subList(1, documents.size()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts the dump into a database that has no log yet; a service that is started on it finds the log as its own. */
    public void restore(String mongoUri, String database) {
        try (var client = MongoClients.create(mongoUri)) {
            var target = client.getDatabase(database);
            Mono.from(target.getCollection("log_meta").insertOne(meta)).block();
            Mono.from(target.getCollection("event_log").insertMany(commits)).block();
        }
    }

    /** Position of the last event. */
    public long head() {
        return commits.getLast().get("l", Number.class).longValue();
    }

    public List<Event> events() {
        return commits.stream()
                .flatMap(commit -> commit.getList("e", Document.class).stream())
                .map(StoreDump::event)
                .toList();
    }

    /** Whatever has an event in the dump and a catalogue here, in the order in which it came into being. */
    public List<Entity> entities(List<? extends Catalogue<?, ?, ?>> catalogues) {
        Map<String, String> plurals =
                catalogues.stream().collect(Collectors.toMap(Catalogue::aggregate, Catalogue::plural));
        return events().stream()
                .filter(event -> plurals.containsKey(event.aggregate()))
                .map(event -> new Entity(plurals.get(event.aggregate()), event.subject()))
                .distinct()
                .toList();
    }

    private static Event event(Document stored) {
        var metadata = stored.get("d", Document.class);
        return new Event(
                metadata.getString(Metadata.AGGREGATE),
                UUID.fromString(metadata.getString(Metadata.SUBJECT)),
                stored.getString("n"),
                new String(stored.get("p", Binary.class).getData(), StandardCharsets.UTF_8));
    }
}
